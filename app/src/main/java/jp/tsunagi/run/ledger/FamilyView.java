package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.DayField;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.child.Reason;

/**
 * Words of a family's page.
 *
 * @param programmes that can be chosen
 * @param child on record already, once it is
 */
record FamilyView(
    Family family,
    StaffNames staff,
    List<String> programmes,
    Optional<Identity> child,
    LocalDate today) {

  /** The page before anything is typed. */
  FamilyPage page() {
    String day = DateWords.brief(today);
    Typed usual =
        new Typed(
            Map.of(
                "agreed", List.of(day),
                "asked", List.of(day),
                "declined", List.of(day),
                "giver", List.of(family.details().guardian()),
                "programme", family.details().programmes(),
                "staff",
                    family.details().staff().flatMap(staff::find).map(Object::toString).stream()
                        .toList()));
    return page(usual, Map.of());
  }

  FamilyPage page(Typed typed, Map<String, String> problems) {
    FamilyPage.Answers answers =
        family.state() == Family.State.OPEN
            ? answers(new Fields("ledger.family.", "ledger.family.hint.", typed, problems))
            : null;
    return new FamilyPage(
        url(),
        family.child(),
        family.kana(),
        new Link(FamiliesView.URL + "?state=" + family.state(), t("ledger.families")),
        facts(),
        family.asked().stream().map(this::asked).toList(),
        answers,
        family.agreed().map(this::agreed).orElse(null),
        family.declined().map(FamilyView::declined).orElse(null),
        answers == null ? List.of() : wrong(answers));
  }

  private String url() {
    return FamiliesView.URL + "/" + family.id();
  }

  private List<Link> facts() {
    Family.Details details = family.details();
    List<Link> facts = new ArrayList<>();
    fact(facts, Column.BIRTH, DateWords.full(family.birth()).in(language()));
    fact(facts, Column.SEX, details.sex().map(is -> t("child.sex." + is)).orElse(""));
    fact(facts, Column.GUARDIAN, guardian(details));
    fact(facts, Column.PHONE, details.phone().orElse(""));
    fact(facts, Column.ADDRESS, details.address().orElse(""));
    fact(facts, Column.PROGRAMME, String.join(t("ledger.comma"), details.programmes()));
    fact(facts, Column.STAFF, details.staff().orElse(""));
    return facts;
  }

  private static String guardian(Family.Details details) {
    return details
        .relation()
        .map(is -> t("ledger.family.guardian", details.guardian(), t("child.relation." + is)))
        .orElse(details.guardian());
  }

  private static void fact(List<Link> facts, Column column, String value) {
    if (!value.isEmpty()) {
      facts.add(new Link(t("ledger.column." + column), value));
    }
  }

  private FamilyPage.Asked asked(Family.Asking asking) {
    return new FamilyPage.Asked(
        FamiliesView.day(asking.on()),
        asking.note(),
        url() + "/askings/" + asking.id() + "/removal");
  }

  private FamilyPage.Answers answers(Fields fields) {
    DateReader days = FamilyForm.days(family.birth(), today);
    return new FamilyPage.Answers(
        DayField.of(fields, "agreed", true, days),
        fields.must("giver"),
        fields.of("programme"),
        fields.options("programme", programmes, name -> name),
        fields.of("staff"),
        staff.names().entrySet().stream()
            .map(one ->
                new Option(
                    one.getKey().toString(),
                    one.getValue(),
                    one.getKey().toString().equals(fields.typed().text("staff"))))
            .toList(),
        DayField.of(fields, "asked", true, days),
        fields.of("note"),
        DayField.of(fields, "declined", true, days),
        kept(FamilyForm.keptUntil(today)));
  }

  private static String kept(LocalDate until) {
    return t("ledger.family.kept", FamiliesView.day(until), FamilyKeeping.REGRET.toDays());
  }

  private static List<FieldView> wrong(FamilyPage.Answers answers) {
    return Stream.of(
            answers.agreedOn().field(),
            answers.giver(),
            answers.askedOn().field(),
            answers.note(),
            answers.declinedOn().field())
        .filter(FieldView::wrong)
        .toList();
  }

  private FamilyPage.Agreed agreed(Family.Answer.Agreed answer) {
    String who = "/children/" + answer.child();
    return new FamilyPage.Agreed(
        t("ledger.family.said.agreed", FamiliesView.day(answer.on()), answer.giver()),
        child.isPresent() ? List.of() : registration(answer),
        child.map(it -> new Link(who, it.line())).orElse(null),
        child.isPresent() ? who + "/consents/draft?kind=USE" : null);
  }

  private static FamilyPage.Declined declined(Family.Answer.Declined answer) {
    return new FamilyPage.Declined(
        t("ledger.family.said.declined", FamiliesView.day(answer.on())), kept(answer.keptUntil()));
  }

  /** The fields of the registration, under their names there. */
  private List<Link> registration(Family.Answer.Agreed answer) {
    Family.Details details = family.details();
    List<String> name = Family.parts(family.child());
    List<String> kana = Family.parts(family.kana());
    List<Link> fields = new ArrayList<>();
    fields.add(new Link("id", answer.child().toString()));
    fields.add(new Link("purpose", "CONSENT"));
    fields.add(new Link("reason", Reason.HUB_USER.name()));
    fields.add(new Link("FAMILY", name.getFirst()));
    fields.add(new Link("FAMILY.kana", kana.getFirst()));
    fields.add(new Link("GIVEN", name.getLast()));
    fields.add(new Link("GIVEN.kana", kana.getLast()));
    fields.add(new Link("birth", DateWords.brief(family.birth())));
    details.sex().ifPresent(is -> fields.add(new Link("sex", is.name())));
    details.address().ifPresent(text -> fields.add(new Link("address", text)));
    fields.add(new Link("guardian.name", details.guardian()));
    details.relation().ifPresent(is -> fields.add(new Link("guardian.relation", is.name())));
    details.phone().ifPresent(text -> fields.add(new Link("guardian.phone", text)));
    return fields;
  }
}
