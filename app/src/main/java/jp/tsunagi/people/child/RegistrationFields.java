package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.SchoolClass;
import org.jspecify.annotations.Nullable;

/** Lays out the two pages of putting a child on record. */
final class RegistrationFields {
  /** What a hub matches for. */
  static final List<String> PURPOSES =
      List.of("CONSULTATION", "PROGRAMME", "TRANSFER", "CONSENT", "OTHER");

  /** Fields of the first page; what else was typed goes through it unseen. */
  private static final Set<String> ASKED_FIRST =
      Set.of(
          "FAMILY",
          "FAMILY.kana",
          "GIVEN",
          "GIVEN.kana",
          "single",
          "birth",
          DayInput.which("birth"),
          "purpose");

  /** Buttons between the pages. */
  private static final Set<String> STEPS = Set.of("again", "nobody");

  private final Fields fields;
  private final LocalDate today;

  RegistrationFields(Typed typed, Map<String, String> problems, LocalDate today) {
    this.fields = new Fields("child.field.", "child.hint.", typed, problems);
    this.today = today;
  }

  NewChildPage match(Actor.Staff actor, @Nullable RefusalView refusal) {
    boolean hub = actor.may(Right.INTAKE);
    List<FieldView> usual = NameForm.usual(fields);
    DayField birth = DayField.of(fields, "birth", true, DayInput.births(today));
    FieldView purpose = fields.must("purpose");
    return new NewChildPage(
        refusal,
        RegistrationRule.may(actor),
        usual,
        tick("single"),
        birth,
        purpose,
        hub ? fields.options("purpose", PURPOSES, key -> t("child.purpose." + key)) : List.of(),
        wrong(usual, List.of(birth.field(), purpose)),
        carried(fields.typed()).stream()
            .filter(field -> !ASKED_FIRST.contains(field.url()))
            .toList());
  }

  /** What was typed, as hidden fields: nothing of it is lost on the way to the next page. */
  static List<Link> carried(Typed typed) {
    return typed.values().entrySet().stream()
        .filter(field -> !field.getKey().startsWith("_") && !STEPS.contains(field.getKey()))
        .flatMap(field -> field.getValue().stream().map(value -> new Link(field.getKey(), value)))
        .toList();
  }

  RegistrationPage form(
      String id, List<String> announced, Seat seat, List<Seat> seats, List<SchoolClass> classes) {
    RegistrationPage.Who who = who();
    RegistrationPage.Asked about = about(RegistrationRule.hub(seat));
    RegistrationPage.Home home =
        new RegistrationPage.Home(fields.of("postal"), fields.of("address"));
    RegistrationPage.Guardian guardian = guardian();
    RegistrationPage.Entry entry = RegistrationRule.hub(seat) ? null : entry(classes);
    String kind = RegistrationRule.hub(seat) ? "hub" : "other";
    return new RegistrationPage(
        id,
        t("child.new.standing." + kind, seat.organisationName()),
        announced,
        who,
        about,
        home,
        guardian,
        entry,
        seats(seat, seats),
        wrong(
            who.usual(),
            who.seldom(),
            List.of(who.birth().field(), who.sex(), about.reason()),
            entry == null ? List.of() : List.of(entry.since().field(), entry.number()),
            List.of(home.postal(), home.address(), guardian.name(), guardian.kana()),
            List.of(guardian.relation(), guardian.phone())));
  }

  private RegistrationPage.Who who() {
    return new RegistrationPage.Who(
        NameForm.usual(fields),
        NameForm.seldom(fields),
        tick("single"),
        DayField.of(fields, "birth", true, DayInput.births(today)),
        fields.must("sex"),
        fields.options("sex", Sex.values(), "child.sex."));
  }

  private RegistrationPage.Asked about(boolean hub) {
    List<String> reasons =
        Stream.of(Reason.values())
            .filter(reason -> hub || reason != Reason.HUB_USER)
            .map(Enum::name)
            .toList();
    return new RegistrationPage.Asked(
        fields.must("reason"),
        fields.options("reason", reasons, key -> t("child.reason." + key)),
        fields.of("language"),
        Languages.options(fields),
        tick("interpreter"));
  }

  private RegistrationPage.Guardian guardian() {
    return new RegistrationPage.Guardian(
        fields.must("guardian.name"),
        fields.must("guardian.kana"),
        fields.must("guardian.relation"),
        fields.options("guardian.relation", Relation.ofOthers(), "child.relation."),
        fields.of("guardian.phone"),
        fields.of("guardian.note"),
        tick("guardian.decides"));
  }

  private RegistrationPage.Entry entry(List<SchoolClass> classes) {
    return new RegistrationPage.Entry(
        DayField.of(fields, "since", true, DayInput.facts(today)),
        fields.of("class"),
        classes.stream()
            .map(one ->
                new Option(
                    one.id().toString(),
                    ClassWords.of(one),
                    one.id().toString().equals(fields.typed().text("class"))))
            .toList(),
        fields.of("number"));
  }

  private static List<Option> seats(Seat seat, List<Seat> seats) {
    return seats.stream()
        .map(one ->
            new Option(
                one.assignment().toString(),
                one.organisationName() + "\u3000" + t("staff.post." + one.post()),
                one.equals(seat)))
        .toList();
  }

  private List<Option> tick(String name) {
    return List.of(new Option(name, t("child.tick." + name), fields.typed().ticked(name)));
  }

  @SafeVarargs
  private static List<FieldView> wrong(List<FieldView>... groups) {
    List<FieldView> wrong = new ArrayList<>();
    for (List<FieldView> group : groups) {
      group.stream().filter(FieldView::wrong).forEach(wrong::add);
    }
    return wrong;
  }
}
