package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.FamilyReason;
import jp.tsunagi.base.access.FamilyReasonSql;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.record.ground.Showings;
import jp.tsunagi.record.sheet.Difference;
import jp.tsunagi.record.sheet.PartView;
import jp.tsunagi.record.sheet.ReadSheet;
import jp.tsunagi.record.sheet.Sheet;
import jp.tsunagi.record.sheet.SheetMove;
import jp.tsunagi.record.sheet.SheetReading;
import jp.tsunagi.record.sheet.SheetState;
import jp.tsunagi.record.sheet.SheetWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page on which a family reads a sheet: what changed, the whole, the answer. */
@Component
class PortalSheetView {
  private static final Map<Difference.Kind, Icon> ICONS =
      new EnumMap<>(
          Map.of(
              Difference.Kind.REACHED, Icon.CHECK,
              Difference.Kind.NEW_GOAL, Icon.ADD,
              Difference.Kind.CHANGED, Icon.EXCHANGE,
              Difference.Kind.NEW, Icon.ADD,
              Difference.Kind.GONE, Icon.ENDED,
              Difference.Kind.SAME, Icon.ONWARD));

  private final Identities identities;
  private final Organisations organisations;
  private final SheetReading reading;
  private final Showings showings;

  PortalSheetView(
      Identities identities, Organisations organisations, SheetReading reading, Showings showings) {
    this.identities = identities;
    this.organisations = organisations;
    this.reading = reading;
    this.showings = showings;
  }

  PortalSheetPage page(Tx tx, ReadSheet read, FieldView note, @Nullable RefusalView refusal) {
    Sheet sheet = read.sheet();
    String url = "/portal/sheets/" + sheet.id();
    Optional<Showings.ToGuardian> shown = shown(tx, sheet);
    boolean waits = shown.isEmpty() && sheet.state() == SheetState.WITH_GUARDIAN;
    return new PortalSheetPage(
        shown
            .map(Showings.ToGuardian::child)
            .orElseGet(() -> identities.get(tx, sheet.child()))
            .view(),
        read.form().title().in(language()),
        place(tx, sheet),
        SheetWords.year(sheet, read.form()),
        shown.map(PortalShownController::ground).orElse(""),
        waits ? changes(tx, read) : null,
        read.parts().stream().map(part -> PartView.of(tx, sheet, part)).toList(),
        versions(tx, read, url),
        waits ? url + "/answer" : null,
        waits ? said(tx, read) : null,
        note,
        refusal,
        "/portal/children/" + sheet.child() + (shown.isPresent() ? "/shown" : "/sheets"));
  }

  /** By whose word it is read where the reader does not decide, and until when. */
  Optional<Showings.ToGuardian> shown(Tx tx, Sheet sheet) {
    boolean decides = !identities.find(tx, List.of(sheet.child())).isEmpty();
    return !decides && Actor.of(tx) instanceof Actor.Guardian guardian
        ? Optional.of(until(tx, guardian, sheet, showings.to(tx, guardian, sheet.child())))
        : Optional.empty();
  }

  /** As long as the whole sheet is shown. */
  private static Showings.ToGuardian until(
      Tx tx, Actor.Guardian guardian, Sheet sheet, Showings.ToGuardian shown) {
    return FamilyReasonSql.of(tx, guardian, sheet.id()).values().stream()
        .flatMap(List::stream)
        .flatMap(
            one -> one instanceof FamilyReason.Shown part ? Stream.of(part.until()) : Stream.of())
        .min(LocalDate::compareTo)
        .map(to -> new Showings.ToGuardian(shown.child(), shown.by(), to.minusDays(1)))
        .orElse(shown);
  }

  private String place(Tx tx, Sheet sheet) {
    return sheet
        .organisation()
        .flatMap(at ->
            organisations.beside(tx, sheet.child()).stream()
                .filter(each -> each.id().equals(at))
                .findFirst())
        .map(Organisation::name)
        .orElseGet(() -> t("portal.sheet.family"));
  }

  /** Only one's own words: what another guardian said is the author's to pass on. */
  private static PortalSheetPage.@Nullable Said said(Tx tx, ReadSheet read) {
    ReadSheet.Passed last = read.last().orElseThrow();
    boolean asks = last.move() == SheetMove.DISAGREED || last.move() == SheetMove.ASKED_TO_TALK;
    boolean own =
        Actor.of(tx) instanceof Actor.Guardian guardian
            && last.guardian().filter(guardian.guardian().value()::equals).isPresent();
    return asks && own
        ? new PortalSheetPage.Said(
            t("portal.sheet.said." + last.move(), day(tx, last.at())), last.note().orElse(""))
        : null;
  }

  /** None when there is nothing to compare with: a first sheet says nothing about it. */
  private PortalSheetPage.@Nullable Changes changes(Tx tx, ReadSheet read) {
    Optional<ReadSheet> before = reading.comparable(tx, read.sheet());
    return before.map(last -> changes(last, Difference.between(last, read))).orElse(null);
  }

  private static PortalSheetPage.Changes changes(ReadSheet before, List<Difference> all) {
    Map<Difference.Kind, List<Difference>> byKind = new EnumMap<>(Difference.Kind.class);
    all.forEach(each -> byKind.computeIfAbsent(each.kind(), _ -> new ArrayList<>()).add(each));
    List<PortalSheetPage.Group> groups =
        byKind.entrySet().stream()
            .filter(each -> each.getKey().isChange())
            .map(each -> group(each.getKey(), each.getValue()))
            .toList();
    List<Difference> same = byKind.getOrDefault(Difference.Kind.SAME, List.of());
    String year = SheetWords.year(before.sheet(), before.form());
    long count = all.stream().filter(each -> each.kind().isChange()).count();
    return new PortalSheetPage.Changes(
        t("portal.changes.title", year),
        count == 0 ? t("portal.changes.none") : t("portal.changes.lead", count),
        groups,
        same.isEmpty() ? null : group(Difference.Kind.SAME, same));
  }

  private static PortalSheetPage.Group group(Difference.Kind kind, List<Difference> all) {
    return new PortalSheetPage.Group(
        ICONS.getOrDefault(kind, Icon.ONWARD), t("portal.changes." + kind), all);
  }

  /** Every version that was handed in, latest first; one alone needs no list. */
  private static List<Link> versions(Tx tx, ReadSheet read, String url) {
    List<ReadSheet.Passed> finals =
        read.steps().stream().filter(step -> step.move().closes()).toList();
    if (!read.sheet().ofFamily() || finals.size() < 2) {
      return List.of();
    }
    return finals.reversed().stream()
        .map(step ->
            new Link(
                url + "?version=" + step.revision(),
                t("portal.sheet.version", step.revision(), day(tx, step.at()))))
        .toList();
  }

  private static String day(Tx tx, Instant at) {
    LocalDate day = at.atZone(ActingClock.JAPAN).toLocalDate();
    return DateWords.row(day, FiscalYear.of(tx.today())).in(language());
  }
}
