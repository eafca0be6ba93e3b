package jp.tsunagi.record.sheet;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.NewChild;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;

/** 青空 ひなた, the mother, the centre, みどり台小学校 and みどり保育園, as sheets need them. */
final class SheetTown {
  static final int YEAR = 2026;
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

  final TestProgram program = TestProgram.shared();
  final TestTown town = program.newTown();
  final Sheets sheets = program.bean(Sheets.class);
  final OrganisationId centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
  final OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "みどり台小学校");
  final OrganisationId nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
  final ClassId room = town.schoolClass(school, YEAR, "2年1組");
  final TestTown.Worker counsellor = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
  final TestTown.Worker teacher =
      town.worker(school, PostKind.HOMEROOM_TEACHER, "森田 かえで", Optional.of(room));
  final TestTown.Worker coordinator = town.worker(school, PostKind.COORDINATOR, "緑川 まこと");
  final TestTown.Worker nurseryHead = town.worker(nursery, PostKind.NURSERY_HEAD, "陽田 まひる");
  final ChildId child = ChildId.create();
  final GuardianId mother = GuardianId.create();
  final ConsentId use = ConsentId.create();

  SheetTown() {
    town.run(this::tell);
  }

  private void tell(Tx tx) {
    program
        .bean(Children.class)
        .add(
            tx,
            new NewChild(
                child,
                PersonName.of(new NamePart("青空", "あおぞら"), new NamePart("ひなた", "ひなた")),
                LocalDate.of(2018, 6, 3),
                Sex.FEMALE,
                school,
                Set.of(),
                Optional.empty(),
                false));
    Guardians guardians = program.bean(Guardians.class);
    guardians.put(
        tx,
        new Guardians.Guardian(
            mother, "青空 みなみ", "あおぞら みなみ", Optional.of("080-0000-1234"), Optional.empty()));
    guardians.relate(
        tx,
        child,
        new Guardians.Guardianship(
            mother,
            Relation.MOTHER,
            1,
            Optional.empty(),
            Optional.of(Period.since(LocalDate.of(2018, 6, 3)))));
    Involvements involvements = program.bean(Involvements.class);
    Period enrolled = Period.since(APRIL);
    involvements.open(tx, child, school, InvolvementKind.ENROLMENT, enrolled);
    involvements
        .of(tx, child)
        .forEach(it -> involvements.place(tx, it, room, Optional.of(1), enrolled));
  }

  /** 支援システム利用の同意 to the centre, everything. */
  SheetTown consented() {
    town.run(tx ->
        program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    use,
                    child,
                    ConsentKind.USE,
                    mother,
                    ConsentMeans.PAPER,
                    APRIL,
                    "test",
                    Optional.empty(),
                    Set.of(centre),
                    Arrays.stream(Category.values()).map(ScopeLine::of).toList(),
                    false,
                    Period.since(APRIL),
                    Optional.empty())));
    return this;
  }

  Actor.Guardian motherActor() {
    return new Actor.Guardian(town.tenant(), mother, AccountId.create(), "青空 みなみ");
  }

  <T> T as(TestTown.Worker worker, Function<Tx, T> work) {
    return program.database().call(town.actor(worker), work);
  }

  <T> T asMother(Function<Tx, T> work) {
    return program.database().call(motherActor(), work);
  }

  NewSheet schoolSheet() {
    return NewSheet.at(school, child, "support-school", YEAR);
  }

  /** Answers in text, field and text in turn. */
  static Answers texts(String... fieldsAndTexts) {
    Answers answers = Answers.NONE;
    for (int i = 0; i + 1 < fieldsAndTexts.length; i += 2) {
      answers = answers.with(Address.of(fieldsAndTexts[i]), new Answer.Text(fieldsAndTexts[i + 1]));
    }
    return answers;
  }

  /** All that the school's form asks for before it can go on. */
  static List<Draft> completeSchool() {
    Answers goal =
        Answers.NONE.with(
            Address.cell("goals", "0197a1b2-0000-7000-8000-000000000001", "goal"),
            new Answer.Text("「手伝ってください」と言葉で頼む。"));
    Answers outcome =
        Answers.NONE
            .with(Address.of("teacher"), new Answer.Person("森田 かえで", null))
            .with(Address.of("written-on"), Answer.Date.of(LocalDate.of(2026, 5, 14)));
    return List.of(
        Draft.of("state", texts("strengths", "絵をかくこと。路線図を覚えること。")),
        Draft.of("support", goal),
        Draft.of("outcome", outcome));
  }
}
