package jp.tsunagi.work.handover;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.record.print.Format;
import jp.tsunagi.record.print.IssueLine;
import jp.tsunagi.record.print.Paper;
import jp.tsunagi.record.print.RecordPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Puts the pages of the 支援シート together, and reads what was chosen on them. */
@Component
class SupportSheetDesk {
  private static final List<String> KINDS =
      List.of("nursery", "school", "high-school", "service", "medical", "work", "other");

  private final SupportSheet sheet;

  SupportSheetDesk(SupportSheet sheet) {
    this.sheet = sheet;
  }

  /** What was chosen; 404 for a form without its consent, which is nobody's. */
  static SupportSheetWish wish(MultiValueMap<String, String> values) {
    try {
      return read(values);
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  private static SupportSheetWish read(MultiValueMap<String, String> values) {
    return new SupportSheetWish(
        ConsentId.of(one(values, "consent")),
        Optional.of(one(values, "receiver")).filter(it -> !it.isEmpty()).map(OrganisationId::of),
        one(values, "place"),
        one(values, "kind"),
        one(values, "purpose"),
        new LinkedHashSet<>(values.getOrDefault("part", List.of())),
        Optional.of(one(values, "form"))
            .filter(it -> !it.isEmpty())
            .map(UUID::fromString)
            .orElseGet(Id::fresh));
  }

  private static String one(MultiValueMap<String, String> values, String name) {
    String value = values.getFirst(name);
    return value == null ? "" : value;
  }

  SupportSheetPage page(
      Actor.Staff actor,
      ChildId child,
      Optional<SupportSheetWish> wish,
      Optional<SupportSheetRefusal> refusal) {
    SupportSheet.Desk desk = sheet.desk(actor, child);
    String url = "/children/" + child + "/support-sheet";
    Optional<SupportSheet.Choice> choice = wish.flatMap(it -> sheet.choice(actor, child, it));
    Optional<SupportSheetRefusal> why =
        refusal.or(() ->
            wish.isPresent() && choice.isEmpty()
                ? Optional.of(SupportSheetRefusal.CONSENT_ENDED)
                : Optional.empty());
    return new SupportSheetPage(
        "/children/" + child,
        desk.child(),
        url,
        why.map(it -> it.view(child)).orElse(null),
        desk.grounds().stream().map(ground -> line(url, ground, wish)).toList(),
        form(choice, wish),
        desk.earlier().stream()
            .map(each -> IssueLine.of(each.issue(), each.canBeOpened()))
            .toList());
  }

  private static SupportSheetPage.GroundLine line(
      String url, SupportSheet.Ground ground, Optional<SupportSheetWish> wish) {
    Optional<OrganisationId> receiver = ground.receiver().map(Organisation::id);
    boolean chosen =
        wish.filter(
                it -> it.consent().equals(ground.consent().id()) && it.receiver().equals(receiver))
            .isPresent();
    return new SupportSheetPage.GroundLine(
        url
            + "?consent="
            + ground.consent().id()
            + receiver.map(id -> "&receiver=" + id).orElse("")
            + "#form",
        ground.receiver().map(Organisation::name).or(ground.consent()::place).orElse(""),
        ground
            .receiver()
            .map(it -> t("handover.sheet.connection." + it.connection()))
            .orElse(t("handover.sheet.outside")),
        DateWords.plain(ground.consent().givenOn()).in(language()),
        ground
            .consent()
            .period()
            .lastDay()
            .map(day -> DateWords.plain(day).in(language()))
            .orElse(t("handover.sheet.open-end")),
        chosen);
  }

  private static SupportSheetPage.@Nullable Form form(
      Optional<SupportSheet.Choice> choice, Optional<SupportSheetWish> wish) {
    if (choice.isEmpty() || wish.isEmpty()) {
      return null;
    }
    SupportSheetWish chosen = wish.get();
    Optional<Organisation> receiver = choice.get().ground().receiver();
    Optional<String> place = choice.get().ground().consent().place();
    boolean fresh = chosen.parts().isEmpty() && chosen.purpose().isEmpty();
    return new SupportSheetPage.Form(
        chosen.consent().toString(),
        chosen.receiver().map(Object::toString).orElse(""),
        receiver.map(Organisation::name).or(() -> place).orElse(""),
        receiver.isPresent() ? null : place.orElse(""),
        receiver.isPresent() ? null : FieldView.of("kind", t("handover.sheet.kind")),
        KINDS.stream()
            .map(kind -> t("handover.sheet.kind." + kind))
            .map(kind -> new Option(kind, kind, kind.equals(chosen.placeKind())))
            .toList(),
        FieldView.of("purpose", t("handover.sheet.purpose"))
            .hint(t("handover.sheet.purpose.hint"))
            .must()
            .value(fresh ? t("handover.sheet.purpose.usual") : chosen.purpose()),
        FieldView.of("part", t("handover.sheet.parts")).hint(t("handover.sheet.parts.hint")),
        options(choice.get().offered(), false, chosen, fresh),
        FieldView.of("part", t("handover.sheet.restricted"))
            .hint(t("handover.sheet.restricted.hint")),
        options(choice.get().offered(), true, chosen, false));
  }

  private static List<Option> options(
      List<RecordPart> offered, boolean apart, SupportSheetWish wish, boolean fresh) {
    return offered.stream()
        .filter(part -> SupportSheetPaper.apart(part) == apart)
        .map(part -> {
          String id = part.item().toString();
          return new Option(
              id,
              SupportSheetPaper.title(part),
              fresh || wish.parts().contains(id),
              SupportSheetPaper.source(part));
        })
        .toList();
  }

  static SupportSheetPreviewPage preview(
      Actor.Staff actor, ChildId child, SupportSheetWish wish, Paper paper) {
    List<SupportSheetPreviewPage.Value> values = new ArrayList<>();
    values.add(new SupportSheetPreviewPage.Value("form", Id.fresh().toString()));
    values.add(new SupportSheetPreviewPage.Value("consent", wish.consent().toString()));
    values.add(
        new SupportSheetPreviewPage.Value(
            "receiver", wish.receiver().map(Object::toString).orElse("")));
    values.add(new SupportSheetPreviewPage.Value("place", wish.place()));
    values.add(new SupportSheetPreviewPage.Value("kind", wish.placeKind()));
    values.add(new SupportSheetPreviewPage.Value("purpose", wish.purpose()));
    Stream.of(wish.parts().toArray(String[]::new))
        .map(part -> new SupportSheetPreviewPage.Value("part", part))
        .forEach(values::add);
    String url = "/children/" + child;
    return new SupportSheetPreviewPage(
        url, url + "/support-sheet", values, actor.may(Format.XLSX.right()), paper);
  }
}
