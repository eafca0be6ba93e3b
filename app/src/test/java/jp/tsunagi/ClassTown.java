package jp.tsunagi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.sheet.Confirmation;
import jp.tsunagi.record.sheet.Draft;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.SheetOutcome;
import jp.tsunagi.record.sheet.Sheets;

/** 田中 はるか and 田中 はるき are in one class, and their teacher writes for both. */
public abstract class ClassTown {
  public static final String WORDS = "積み木を高く積むことが好き";
  protected static final LocalDate BORN = LocalDate.of(2018, 7, 1);
  protected static final LocalDate BORN_TOO = LocalDate.of(2018, 9, 9);
  protected static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  protected static final String GOAL = "0197a1b2-0000-7000-8000-000000000001";

  protected final FamilyTown family = new FamilyTown();
  protected final TestTown town = family.town;
  protected final OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "みなみ小学校");
  protected final ClassId room = town.schoolClass(school, 2026, "2年1組");
  protected final TestTown.Worker teacher =
      town.worker(school, PostKind.HOMEROOM_TEACHER, "川辺 すず", Optional.of(room));
  protected final TestTown.Worker principal = town.worker(school, PostKind.PRINCIPAL, "森 かなえ");
  protected final ChildId wrong = enrolled("はるか", BORN);
  protected final ChildId right = enrolled("はるき", BORN_TOO);
  protected final GuardianId mother = family.guardian(wrong, "田中 みどり", Relation.MOTHER, true);
  protected final GuardianId other = family.guardian(right, "田中 こう", Relation.FATHER, true);

  protected ChildId enrolled(String given, LocalDate birth) {
    ChildId child = family.child("田中", "たなか", given, birth, family.centre);
    town.run(tx -> {
      Involvements involvements = family.program.bean(Involvements.class);
      involvements.open(tx, child, school, InvolvementKind.ENROLMENT, Period.since(APRIL));
      involvements.of(tx, child).stream()
          .filter(one -> one.organisation().equals(school))
          .forEach(one -> involvements.place(tx, one, room, Optional.of(1), Period.since(APRIL)));
    });
    return child;
  }

  protected <T> T as(TestTown.Worker worker, Function<Tx, T> work) {
    return family.program.database().call(town.actor(worker), work);
  }

  protected Sheets sheets() {
    return family.program.bean(Sheets.class);
  }

  protected Visitor visitor(TestTown.Worker worker) {
    return family.program.visitor().signIn(worker);
  }

  protected SheetId draft(ChildId child) {
    Answers goal =
        Answers.NONE.with(
            Address.cell("goals", GOAL, "goal"), new Answer.Text("「手伝ってください」と言葉で頼む。"));
    Answers outcome =
        Answers.NONE
            .with(Address.of("teacher"), new Answer.Person("川辺 すず", null))
            .with(Address.of("written-on"), Answer.Date.of(LocalDate.of(2026, 5, 14)));
    List<Draft> parts =
        List.of(
            Draft.of("state", Answers.NONE.with(Address.of("strengths"), new Answer.Text(WORDS))),
            Draft.of("support", goal),
            Draft.of("outcome", outcome));
    return as(
        teacher,
        tx -> {
          SheetId sheet =
              done(sheets().start(tx, NewSheet.at(school, child, "support-school", 2026)));
          parts.forEach(part -> sheets().save(tx, sheet, part));
          return sheet;
        });
  }

  protected static SheetId done(SheetOutcome outcome) {
    return switch (outcome) {
      case SheetOutcome.Done(var sheet, _) -> sheet;
      case SheetOutcome.Refused(var why) -> throw new IllegalStateException(why.toString());
    };
  }

  protected SheetId confirmed(ChildId child, GuardianId by) {
    SheetId sheet = draft(child);
    as(
        teacher,
        tx ->
            done(
                sheets()
                    .confirm(
                        tx,
                        sheet,
                        new Confirmation(
                            by, Confirmation.Means.PAPER, tx.today(), Optional.empty()))));
    return sheet;
  }
}
