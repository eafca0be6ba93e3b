package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.SheetId;
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
import jp.tsunagi.record.sheet.Confirmation;
import jp.tsunagi.record.sheet.Draft;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.Said;
import jp.tsunagi.record.sheet.SheetOutcome;
import jp.tsunagi.record.sheet.Sheets;
import jp.tsunagi.work.programme.Programmes;
import jp.tsunagi.work.programme.Programmes.Programme;

/** A town with a hub, a 園 and a class of 2年1組, told through the actions of the program. */
final class OverviewTown {
  static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

  final TestProgram program = TestProgram.shared();
  final TestTown town = program.newTown();
  final OrganisationId centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
  final OrganisationId nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
  final OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "みどり台小学校");
  final OrganisationId other = town.organisation(OrganisationKind.ELEMENTARY, "中央小学校");
  final ClassId room = town.schoolClass(school, 2026, "2年1組");
  final ClassId next = town.schoolClass(school, 2026, "2年2組");
  final TestTown.Worker counsellor = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
  final TestTown.Worker teacher =
      town.worker(school, PostKind.HOMEROOM_TEACHER, "森田 かえで", Optional.of(room));
  final TestTown.Worker coordinator = town.worker(school, PostKind.COORDINATOR, "緑川 まこと");
  final TestTown.Worker nurseryHead = town.worker(nursery, PostKind.NURSERY_HEAD, "陽田 まひる");
  final TestTown.Worker stranger = town.worker(other, PostKind.COORDINATOR, "白石 なぎさ");
  final Map<ChildId, GuardianId> mothers = new HashMap<>();

  /** Does something on an earlier day. */
  <T> T on(LocalDate day, TestTown.Worker worker, Function<Tx, T> work) {
    return program
        .bean(ActingClock.class)
        .at(
            day.atTime(10, 0).atZone(ActingClock.JAPAN).toInstant(),
            () -> program.database().call(town.actor(worker), work));
  }

  /** A child of an organisation, with a mother. */
  ChildId child(String family, String kana, String given, LocalDate birth, OrganisationId owner) {
    ChildId child = ChildId.create();
    town.run(tx -> {
      program
          .bean(Children.class)
          .add(
              tx,
              new NewChild(
                  child,
                  PersonName.of(new NamePart(family, kana), new NamePart(given, given)),
                  birth,
                  Sex.UNSTATED,
                  owner,
                  Set.of(),
                  Optional.empty(),
                  false));
      mother(tx, child, family, kana, birth);
    });
    return child;
  }

  private void mother(Tx tx, ChildId child, String family, String kana, LocalDate birth) {
    GuardianId mother = GuardianId.create();
    Guardians guardians = program.bean(Guardians.class);
    guardians.put(
        tx,
        new Guardians.Guardian(
            mother,
            family + " みなみ",
            kana + " みなみ",
            Optional.of("080-0000-1234"),
            Optional.empty()));
    guardians.relate(
        tx,
        child,
        new Guardians.Guardianship(
            mother,
            Relation.MOTHER,
            1,
            Optional.of("平日16時30分から。火曜はつながりにくい"),
            Optional.of(Period.since(birth))));
    mothers.put(child, mother);
  }

  void involve(ChildId child, OrganisationId at, InvolvementKind kind, Period period) {
    town.run(tx -> program.bean(Involvements.class).open(tx, child, at, kind, period));
  }

  /** Enrols the child and puts it into a class. */
  void enrol(ChildId child, OrganisationId at, ClassId schoolClass, int number, Period period) {
    town.run(tx -> {
      Involvements involvements = program.bean(Involvements.class);
      involvements.open(tx, child, at, InvolvementKind.ENROLMENT, period);
      involvements.of(tx, child).stream()
          .filter(one -> one.organisation().equals(at) && one.kind() == InvolvementKind.ENROLMENT)
          .findFirst()
          .ifPresent(one -> involvements.place(tx, one, schoolClass, Optional.of(number), period));
    });
  }

  /** A consent of the mother, put on file by the centre. */
  ConsentId consent(
      ChildId child,
      ConsentKind kind,
      OrganisationId receiver,
      LocalDate on,
      List<ScopeLine> scope) {
    ConsentId id = ConsentId.create();
    town.run(tx ->
        program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    id,
                    child,
                    kind,
                    mother(child),
                    ConsentMeans.PAPER,
                    on,
                    "test",
                    Optional.empty(),
                    Set.of(receiver),
                    scope,
                    false,
                    Period.since(on),
                    Optional.empty())));
    return id;
  }

  static List<ScopeLine> everything() {
    return Arrays.stream(Category.values()).map(ScopeLine::of).toList();
  }

  void withdraw(ChildId child, ConsentId consent) {
    on(
        TestClock.START.atZone(ActingClock.JAPAN).toLocalDate(),
        counsellor,
        tx -> {
          program.bean(Consents.class).withdraw(tx, child, consent, ConsentMeans.PAPER, tx.today());
          return true;
        });
  }

  /** Starts a sheet and fills its parts. */
  SheetId draft(LocalDate day, TestTown.Worker writer, NewSheet sheet, List<Draft> parts) {
    return on(
        day,
        writer,
        tx -> {
          Sheets sheets = program.bean(Sheets.class);
          SheetOutcome started = sheets.start(tx, sheet);
          if (!(started instanceof SheetOutcome.Done(SheetId id, var _))) {
            throw new IllegalStateException(started.toString());
          }
          parts.forEach(part -> sheets.save(tx, id, part));
          return id;
        });
  }

  void move(LocalDate day, TestTown.Worker writer, SheetId id, Step step) {
    SheetOutcome outcome = on(day, writer, tx -> step.move(program.bean(Sheets.class), tx, id));
    if (!(outcome instanceof SheetOutcome.Done)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  /** A move of a sheet. */
  interface Step {
    SheetOutcome move(Sheets sheets, Tx tx, SheetId id);
  }

  /** The guardian's answer on paper. */
  Confirmation paper(ChildId child, LocalDate day) {
    return new Confirmation(mother(child), Confirmation.Means.PAPER, day, Optional.empty());
  }

  NewSheet schoolSheet(ChildId child, int year) {
    return NewSheet.at(school, child, "support-school", year);
  }

  /** All that the school's form asks for before it can go on. */
  static List<Draft> schoolParts() {
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

  static Answers texts(String... fieldsAndTexts) {
    Answers answers = Answers.NONE;
    for (int i = 0; i + 1 < fieldsAndTexts.length; i += 2) {
      answers = answers.with(Address.of(fieldsAndTexts[i]), new Answer.Text(fieldsAndTexts[i + 1]));
    }
    return answers;
  }

  /** The 個人票, typed in by the centre: what helps, and an allergy. */
  void profile(ChildId child, LocalDate day) {
    Said said = new Said(mother(child), day);
    Answers health =
        texts("allergies-more", "くるみ・カシューナッツ。エピペンは職員室の赤い箱")
            .with(Address.of("allergies"), new Answer.Choice("severe"));
    SheetId id =
        draft(
            day,
            counsellor,
            NewSheet.ofChild(child, "profile", 2026),
            List.of(
                Draft.of(
                        "strengths",
                        texts(
                            "likes", "路線図、絵をかくこと",
                            "dislikes", "急な予定の変更、大きな音",
                            "calming", "図書室の窓ぎわの席で5分。声をかけずに待つ"))
                    .said(said),
                Draft.of("health", health).said(said)));
    move(day, counsellor, id, Sheets::finish);
  }

  ProgrammeId programme(String name) {
    return town.call(tx -> program.bean(Programmes.class).add(tx, centre, name));
  }

  void join(ProgrammeId programme, String name, ChildId child, LocalDate from) {
    on(
        from,
        counsellor,
        tx -> {
          program
              .bean(Programmes.class)
              .join(
                  tx,
                  new Programme(programme, centre, name),
                  child,
                  from,
                  Optional.of(counsellor.staff()));
          return true;
        });
  }

  private GuardianId mother(ChildId child) {
    return java.util.Objects.requireNonNull(mothers.get(child));
  }
}
