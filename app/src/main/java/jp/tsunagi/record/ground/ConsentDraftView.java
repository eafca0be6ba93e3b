package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/** Makes the page of a consent in preparation from what was typed so far. */
final class ConsentDraftView {
  private final Identity child;
  private final ConsentKind kind;
  private final List<Organisation> places;
  private final Set<OrganisationId> involved;
  private final Typed typed;
  private final boolean fresh;
  private final boolean pupil;

  /**
   * @param involved places whose records may be named as givers, as far as the actor may know them
   * @param fresh nothing was typed yet: show what is usual
   */
  ConsentDraftView(
      Identity child,
      ConsentKind kind,
      List<Organisation> places,
      Set<OrganisationId> involved,
      Typed typed,
      boolean fresh,
      LocalDate today) {
    this.child = child;
    this.kind = kind;
    this.places = places;
    this.involved = involved;
    this.typed = typed;
    this.fresh = fresh;
    this.pupil = SchoolGrade.of(child.birthDate(), FiscalYear.of(today)).level() > 0;
  }

  ConsentDraftPage page(ConsentId id, @Nullable RefusalView refusal) {
    return new ConsentDraftPage(
        child,
        id.toString(),
        kind.name(),
        t("ground.ask." + kind),
        t("ground.draft.lead." + kind),
        refusal,
        places.stream().filter(it -> it.kind().isHub()).map(Organisation::name).toList(),
        field("receiver"),
        options(it -> true, typed.all("receiver")),
        field("place"),
        field("entry").must(),
        field("giving"),
        givings(),
        field("giver"),
        options(it -> involved.contains(it.id()), typed.all("giver")),
        field("scope"),
        groups(),
        kind == ConsentKind.SHARE ? field("until").must() : field("until"),
        typed.has("history"));
  }

  private FieldView field(String name) {
    return FieldView.of(name, t("ground.draft." + name))
        .hint(jp.tsunagi.base.ui.Text.has(hint(name)) ? t(hint(name)) : null)
        .value(typed.text(name))
        .error(typed.problem(name));
  }

  private String hint(String name) {
    return "ground.draft." + name + ".hint." + kind;
  }

  private List<Option> options(Predicate<Organisation> fits, Set<String> chosen) {
    return places.stream()
        .filter(fits)
        .sorted(Comparator.comparing(Organisation::kind).thenComparing(Organisation::kana))
        .map(it -> new Option(it.id().toString(), it.name(), chosen.contains(it.id().toString())))
        .toList();
  }

  private List<Option> givings() {
    boolean all = typed.text("giving").equals("all");
    return List.of(
        new Option("named", t("ground.draft.giving.named"), !all),
        new Option("all", t("ground.draft.giving.all"), all));
  }

  private List<ConsentDraftPage.Group> groups() {
    List<ConsentDraftPage.Group> groups = new ArrayList<>();
    if (kind != ConsentKind.USE) {
      DraftRule.groups().forEach(form -> groups.add(group(form)));
    }
    groups.add(
        new ConsentDraftPage.Group(
            t("ground.draft.whole." + kind),
            DraftRule.offered(kind).stream()
                .filter(line -> line.section().isEmpty())
                .map(line -> option(line, SectionWords.category(line.category()), ""))
                .toList(),
            false));
    return groups;
  }

  private ConsentDraftPage.Group group(SectionWords.Group form) {
    List<Option> options =
        form.sections().stream().map(it -> option(it.line(), it.title(), it.about())).toList();
    boolean folded = options.stream().noneMatch(Option::chosen) && !DraftRule.isUsual(form);
    return new ConsentDraftPage.Group(form.title(), options, folded);
  }

  private Option option(ScopeLine line, String title, String about) {
    boolean usual =
        kind == ConsentKind.USE
            ? DraftRule.HUB_SCOPE.contains(line.category())
            : DraftRule.usual(line, pupil);
    boolean chosen = fresh ? usual : typed.all("scope").contains(line.code());
    return new Option(line.code(), title, chosen, about.isEmpty() ? null : about);
  }
}
