package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Placeholder;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.record.ground.Consent;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentRegister;
import jp.tsunagi.record.ground.ConsentRequest;
import jp.tsunagi.record.ground.ConsentWords;
import jp.tsunagi.record.ground.Readers;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.ground.SectionWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page on which a guardian reads what is asked and signs. */
@Component
class PortalConsentView {
  private final Identities children;
  private final ConsentRegister register;
  private final ConsentWords words;
  private final Readers readers;

  PortalConsentView(
      Identities children, ConsentRegister register, ConsentWords words, Readers readers) {
    this.children = children;
    this.register = register;
    this.words = words;
    this.readers = readers;
  }

  /** What a guardian left chosen: lines of the scope, and whether 前の版 may be read too. */
  record Chosen(Set<String> scope, boolean history) {
    ConsentRequest of(ConsentRequest request) {
      return request.narrowed(scope, history);
    }
  }

  /** As it is asked for: everything is chosen, the guardian takes away. */
  PortalConsentPage page(Tx tx, ConsentRequest request) {
    return page(tx, request, request, null);
  }

  /**
   * After a refusal.
   *
   * @param agreed as the guardian had narrowed it; nothing comes back by itself
   */
  PortalConsentPage page(
      Tx tx, ConsentRequest request, ConsentRequest agreed, @Nullable RefusalView refusal) {
    Identity child = children.get(tx, request.child());
    boolean begun = request.by().isPresent();
    return new PortalConsentPage(
        child.view(),
        t("portal.kind." + request.kind()),
        "/portal/children/" + request.child() + "/consents/" + (begun ? request.id() : "start"),
        request.id().toString(),
        about(tx, request),
        request.place().isPresent() || request.ofSheet()
            ? request.purpose()
            : t("ground.purpose." + request.kind()),
        cards(readers.opened(tx, request, tx.today())),
        areas(request, agreed.scope()),
        request.scope().size(),
        request.withHistory(),
        agreed.withHistory(),
        statement(tx, request, child),
        refusal);
  }

  /** What it is, and who asks for it where another place does. */
  private String about(Tx tx, ConsentRequest request) {
    if (!request.ofSheet()) {
      return t("portal.consent.about." + request.kind());
    }
    var names = words.names(tx, request.child());
    return t(
        "portal.consent.about.PART",
        names.receivers(request.receiving(), request.place()),
        names.givers(request.giving()));
  }

  private static List<PortalConsentPage.Area> areas(
      ConsentRequest request, List<ScopeLine> chosen) {
    return SectionWords.areas(request.scope()).stream().map(area -> area(area, chosen)).toList();
  }

  private static PortalConsentPage.Area area(SectionWords.Group area, List<ScopeLine> chosen) {
    List<Option> choices =
        area.sections().stream()
            .map(one -> new Option(one.line().code(), one.title(), chosen.contains(one.line())))
            .toList();
    int count = (int) choices.stream().filter(Option::chosen).count();
    return new PortalConsentPage.Area(area.title(), count, choices);
  }

  /** One card for each place, whatever number of periods it reads in. */
  private static List<PortalConsentPage.Card> cards(List<Readers.Line> lines) {
    Map<OrganisationId, List<Readers.Line>> byPlace = new LinkedHashMap<>();
    lines.forEach(
        line -> byPlace.computeIfAbsent(line.organisation(), _ -> new ArrayList<>()).add(line));
    return byPlace.values().stream()
        .map(all ->
            new PortalConsentPage.Card(
                all.getFirst().place(),
                all.getFirst().onPaper() ? t("portal.line.paper") : all.getFirst().posts(),
                all.stream().map(PortalConsentView::span).toList()))
        .toList();
  }

  private static PortalConsentPage.Span span(Readers.Line line) {
    return new PortalConsentPage.Span(
        SectionWords.areas(line.scope()).stream()
            .map(area ->
                new PortalConsentPage.Group(
                    area.title(),
                    area.sections().stream().map(SectionWords.Choice::title).toList()))
            .toList(),
        line.without().orElse(""),
        line.period(),
        line.waits());
  }

  /** The consent that was given by that form, be it taken back since. */
  Optional<Consent> given(Tx tx, ChildId child, ConsentId consent) {
    return register.of(tx, child).stream()
        .map(ConsentRegister.Seen::consent)
        .filter(there -> there.id().equals(consent))
        .findFirst();
  }

  /** Whether this guardian has agreed to the use of the system, and it has not ended. */
  boolean uses(Tx tx, ChildId child, GuardianId guardian) {
    return register.of(tx, child).stream()
        .map(ConsentRegister.Seen::consent)
        .anyMatch(there ->
            there.kind() == ConsentKind.USE
                && there.giver().equals(guardian)
                && there.canBeWithdrawn(tx.today()));
  }

  /** Not found, unless the child is this guardian's. */
  void known(Tx tx, ChildId child) {
    children.get(tx, child);
  }

  /** The words of the form, as the paper has them too. */
  private List<String> statement(Tx tx, ConsentRequest request, Identity child) {
    var names = words.names(tx, request.child());
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.CHILD, t("portal.child", child.line()));
    values.put(Placeholder.MUNICIPALITY, Municipality.name(tx));
    values.put(Placeholder.SCOPE, ConsentWords.scope(request.scope(), request.withHistory()));
    values.put(Placeholder.RECEIVERS, names.receivers(request.receiving(), request.place()));
    values.put(Placeholder.GIVERS, names.givers(request.giving()));
    values.put(
        Placeholder.PERIOD, Readers.period(request.wouldHold(tx.today(), child.birthDate())));
    String form = t("portal.form." + request.kind());
    return ShippedForms.all().stream()
        .filter(it -> it.key().equals(form))
        .flatMap(it -> it.sections().stream())
        .flatMap(it -> it.fields().stream())
        .filter(Field.Statement.class::isInstance)
        .map(Field.Statement.class::cast)
        .flatMap(it -> it.paragraphs().stream())
        .map(it -> Placeholder.fill(it.in(language()), values))
        .toList();
  }
}
