package jp.tsunagi.work.submission;

import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.REACH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.sheet.Draft;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.Sheets;
import org.junit.jupiter.api.Test;

/** 設置者・町への提出 of a whole class, from the list to its end (D2). */
class SubmissionsTest {
  private static final String NEW = "/submissions/new";
  private static final String RECEIVED = "/submissions/received";

  private final FamilyTown family = new FamilyTown();
  private final OrganisationId school =
      family.town.organisation(OrganisationKind.ELEMENTARY, "みどり台小学校");
  private final OrganisationId office =
      family.town.organisation(OrganisationKind.BOARD_OF_EDUCATION, "つなぎ市教育委員会");
  private final ClassId room = family.town.schoolClass(school, 2026, "2年1組");
  private final TestTown.Worker coordinator =
      family.town.worker(school, PostKind.COORDINATOR, "緑川 まこと");
  private final TestTown.Worker principal =
      family.town.worker(school, PostKind.PRINCIPAL, "丘野 つよし");
  private final TestTown.Worker official =
      family.town.worker(office, PostKind.OFFICE_WORKER, "河原 しん");
  private final Map<ChildId, SheetId> sheets = new HashMap<>();
  private final ChildId ready = pupil("あおば", true, true);
  private final ChildId second = pupil("いぶき", true, true);
  private final ChildId draft = pupil("うみ", true, false);
  private final ChildId missing = pupil("えま", false, false);

  private ChildId pupil(String given, boolean written, boolean confirmed) {
    ChildId child = family.child("青空", "あおぞら", given, LocalDate.of(2018, 6, 3), family.centre);
    family.guardian(child, "青空 はは", Relation.MOTHER, true);
    Period since = Period.since(LocalDate.of(2026, 4, 1));
    family.town.run(tx -> {
      Involvements involvements = family.program.bean(Involvements.class);
      involvements.open(tx, child, school, InvolvementKind.ENROLMENT, since);
      involvements.of(tx, child).stream()
          .filter(one -> one.organisation().equals(school))
          .forEach(one -> involvements.place(tx, one, room, Optional.empty(), since));
    });
    if (written) {
      sheets.put(child, plan(child, confirmed));
    }
    return child;
  }

  private SheetId plan(ChildId child, boolean confirmed) {
    Sheets all = family.program.bean(Sheets.class);
    SheetId sheet =
        family
            .program
            .database()
            .call(
                family.town.actor(coordinator),
                tx -> {
                  SheetId id =
                      all.start(tx, NewSheet.at(school, child, "support-school", 2026)).orThrow();
                  all.save(
                          tx,
                          id,
                          Draft.of(
                              "state",
                              Answers.NONE.with(
                                  Address.of("strengths"), new Answer.Text("路線図を覚えること"))))
                      .orThrow();
                  return id;
                });
    if (confirmed) {
      family.town.run(tx ->
          tx.sql()
              .update(ITEM)
              .set(ITEM.STATE, "FINAL")
              .where(ITEM.TENANT_ID.eq(tx.tenant()))
              .and(ITEM.SHEET_ID.eq(sheet))
              .execute());
    }
    return sheet;
  }

  private Visitor as(TestTown.Worker worker) {
    return family.program.visitor().signIn(worker);
  }

  private String chosen() {
    return NEW
        + "?at="
        + school
        + "&form=support-school&year=2026&room="
        + room
        + "&receiver="
        + office;
  }

  private String[] asked(UUID id, ChildId... children) {
    List<String> typed =
        new ArrayList<>(
            List.of(
                "id",
                id.toString(),
                "at",
                school.toString(),
                "form",
                "support-school",
                "year",
                "2026",
                "room",
                room.toString(),
                "receiver",
                office.toString(),
                "note",
                "年度末の提出",
                "last",
                "R9.5.31"));
    Stream.of(children).forEach(child -> typed.addAll(List.of("child", child.toString())));
    return typed.toArray(String[]::new);
  }

  /** How many sheets the office reads. */
  private long read() {
    return family
        .program
        .database()
        .call(
            family.town.actor(official),
            tx ->
                (long)
                    tx.sql()
                        .selectDistinct(ITEM.SHEET_ID)
                        .from(ITEM)
                        .where(Readable.item(tx))
                        .fetch()
                        .size());
  }

  private UUID handedIn(ChildId... children) {
    UUID id = UUID.randomUUID();
    as(coordinator).post(NEW, asked(id, children)).is(200);
    List<String> verdict = new ArrayList<>(List.of("verdict", "yes", "word", "名簿と照らした"));
    Stream.of(children).forEach(child -> verdict.addAll(List.of("child", child.toString())));
    as(principal).post("/submissions/" + id + "/decision", verdict.toArray(String[]::new)).is(200);
    return id;
  }

  @Test
  void aClassIsListedAndASecondPersonApproves() {
    Visitor leader = as(coordinator);
    assertThat(leader.get("/submissions").is(200).body()).contains("提出はまだありません", NEW);
    assertThat(leader.get(NEW).is(200).body()).contains("2年1組", "つなぎ市教育委員会");
    String list = leader.get(chosen()).is(200).text();
    assertThat(list)
        .contains("value=\"" + ready + "\"", "value=\"" + second + "\"")
        .contains("書いているところです", "まだありません", "あおば", "えま")
        .doesNotContain("value=\"" + draft + "\"", "value=\"" + missing + "\"");
    UUID id = UUID.randomUUID();
    assertThat(leader.post(NEW, asked(id)).is(422).body()).contains("児童を、一人以上えらんで");
    assertThat(leader.post(NEW, asked(id, ready, draft)).is(422).body()).contains("状態が変わった");
    leader.post(NEW, asked(id, ready, second)).is(200);
    leader.post(NEW, asked(id, ready, second)).is(200);
    assertThat(read()).as("nothing before the approval").isZero();
    assertThat(leader.get(chosen()).text()).contains("もう一人の確認を待っています");
    leader.post(NEW, asked(UUID.randomUUID(), ready)).is(422);
    String decision = "/submissions/" + id + "/decision";
    leader.post(decision, "verdict", "yes", "word", "自分で", "child", ready.toString()).is(404);
    as(family.head).get("/submissions/" + id).is(404);
    as(official).get("/submissions/" + id).is(404);

    Visitor head = as(principal);
    assertThat(head.get("/day").is(200).body()).contains("提出の確認");
    assertThat(head.get("/submissions/" + id).is(200).text()).contains("あおば", "年度末の提出");
    assertThat(head.post(decision, "verdict", "yes").is(422).body()).contains("一人以上残して");
    head.post(decision, "verdict", "yes", "word", "名簿と照らした", "child", ready.toString()).is(200);
    head.post(decision, "verdict", "yes", "word", "名簿と照らした", "child", ready.toString()).is(404);

    Visitor reader = as(official);
    assertThat(reader.get("/day").is(200).body()).contains("提出された計画", RECEIVED);
    assertThat(reader.get(RECEIVED).is(200).text())
        .contains("みどり台小学校", "2年1組", "4人のうち1人", "あと3人が、まだです", "あおば")
        .doesNotContain("いぶき", "えま");
    reader.get("/sheets/" + sheets.get(ready)).is(200);
    reader.get("/sheets/" + sheets.get(second)).is(404);
    assertThat(family.town.trace(Action.LEGAL_GROUND))
        .extracting(row -> row.getPurpose())
        .containsExactly("SUBMISSION_ASKED", "SUBMISSION_AGAIN", "APPROVED", "SUBMISSION_APPROVED");
    assertThat(leader.get(chosen()).text()).contains("提出してあります");
  }

  @Test
  void oneIsEndedAndThenTheWholeAndItEndsByItself() {
    UUID id = handedIn(ready, second);
    assertThat(read()).isEqualTo(2);
    String end = "/submissions/" + id + "/end";
    Visitor leader = as(coordinator);
    assertThat(leader.post(end, "why", "").is(422).body()).contains("児童を、一人以上えらんで");
    leader.post(end, "why", "転学した", "child", second.toString()).is(200);
    assertThat(read()).isEqualTo(1);
    as(official).get("/sheets/" + sheets.get(second)).is(404);
    handedIn(second);
    assertThat(read()).as("what was ended can be handed in anew").isEqualTo(2);
    leader.post(end, "why", "年度が終わった", "child", ready.toString()).is(200);
    assertThat(read()).isEqualTo(1);
    family.program.clock().set(LocalDate.of(2027, 5, 31));
    assertThat(read()).isEqualTo(1);
    family.program.clock().set(LocalDate.of(2027, 6, 1));
    assertThat(read()).isZero();
    assertThat(as(official).get(RECEIVED).is(200).body()).contains("いま見られる提出はありません");
  }

  @Test
  void whatIsRefusedOpensNothingAndCanBeListedAnew() {
    UUID id = UUID.randomUUID();
    as(coordinator).post(NEW, asked(id, ready)).is(200);
    as(principal)
        .post("/submissions/" + id + "/decision", "verdict", "no", "word", "評価がまだ")
        .is(200);
    assertThat(read()).isZero();
    assertThat(as(coordinator).get("/submissions").body()).contains("提出しませんでした");
    handedIn(ready);
    assertThat(read()).isEqualTo(1);
  }

  /**
   * The office reads that form of that year and nothing else; a list of it is a file with a row.
   */
  @Test
  void theOfficeTakesTheListOut() {
    handedIn(ready);
    Visitor reader = as(official);
    assertThat(reader.get(RECEIVED).is(200).body()).contains(RECEIVED + "/file");
    assertThat(reader.post(RECEIVED + "/file", "purpose", "REPORT").is(200).header("Content-Type"))
        .contains("spreadsheetml");
    reader.post(RECEIVED + "/file", "purpose", "NOTHING").is(404);
    assertThat(family.town.trace(Action.EXPORT))
        .extracting(row -> row.getPurpose())
        .containsExactly("REPORT");
    Visitor teacher =
        as(family.town.worker(school, PostKind.HOMEROOM_TEACHER, "森田 かえで", Optional.of(room)));
    teacher.get("/submissions").is(404);
    teacher.get(NEW).is(404);
    assertThat(teacher.get(RECEIVED).is(200).body()).contains("いま見られる提出はありません");
  }

  /** The family sees it as every ground in law that it may see. */
  @Test
  void theFamilySeesIt() {
    handedIn(ready);
    var guardian = family.guardian(ready, "青空 みなみ", Relation.OTHER, true);
    assertThat(
            family
                .program
                .visitor()
                .signIn(family.account(guardian))
                .get("/portal/children/" + ready + "/access")
                .is(200)
                .text())
        .contains("つなぎ市教育委員会", "設置者");
  }

  private void hide(ChildId child) {
    family.town.run(tx ->
        tx.sql()
            .insertInto(COMPARTMENT)
            .set(COMPARTMENT.TENANT_ID, tx.tenant())
            .set(COMPARTMENT.COMPARTMENT_ID, UUID.randomUUID())
            .set(COMPARTMENT.CHILD_ID, child)
            .set(COMPARTMENT.KIND, "HIDDEN_ADDRESS")
            .set(COMPARTMENT.REASON, "OTHER")
            .set(COMPARTMENT.ORGANISATION_ID, family.centre)
            .set(COMPARTMENT.OPENED_BY, family.counsellor.staff().value())
            .set(COMPARTMENT.OPENED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .execute());
  }

  /** A list by schools would tell where the child is. */
  @Test
  void aChildWhoseAddressIsHiddenStandsOnNoListAndUnderNoSchool() {
    hide(ready);
    Visitor leader = as(coordinator);
    assertThat(leader.get(chosen()).is(200).text())
        .contains("取扱注意のため、まとめては出せません")
        .doesNotContain("value=\"" + ready + "\"");
    leader.post(NEW, asked(UUID.randomUUID(), ready)).is(422);

    UUID waiting = UUID.randomUUID();
    leader.post(NEW, asked(waiting, second)).is(200);
    Visitor intake = as(family.counsellor);
    assertThat(intake.get("/submissions/" + waiting).is(200).text()).contains("いぶき");
    hide(second);
    intake.get("/submissions/" + waiting).is(404);
    assertThat(intake.get("/submissions").is(200).body()).doesNotContain(waiting.toString());
    assertThat(as(principal).get("/submissions/" + waiting).is(200).text()).contains("いぶき");
    as(principal)
        .post(
            "/submissions/" + waiting + "/decision",
            "verdict",
            "yes",
            "word",
            "名簿と照らした",
            "child",
            second.toString())
        .is(200);
    assertThat(read()).as("hidden since it was listed").isZero();

    ChildId later = pupil("おと", true, true);
    family.program.clock().set(LocalDate.of(2026, 12, 1));
    handedIn(later, pupil("かい", true, true));
    assertThat(as(official).get(RECEIVED).is(200).text()).contains("みどり台小学校", "おと");
    hide(later);
    String page = as(official).get(RECEIVED).is(200).text();
    assertThat(page).contains("ある機関", "おと");
    String of = page.substring(page.indexOf("ある機関"), page.indexOf("みどり台小学校"));
    String school = page.substring(page.indexOf("みどり台小学校"));
    assertThat(of).contains("おと").doesNotContain("みどり台小学校");
    assertThat(school).contains("かい", "4人のうち1人").doesNotContain("おと");
    Visitor clerk = as(family.town.worker(office, PostKind.ADMINISTRATOR, "岸 あらた"));
    assertThat(clerk.get(RECEIVED).is(200).text()).contains("いま見られる提出はありません");
    assertThat(clerk.get("/day").body()).doesNotContain(RECEIVED);
  }

  /** What nobody decided in time opens nothing, and stands in nobody's way. */
  @Test
  void aListLapsesWithItsLastDay() {
    UUID id = UUID.randomUUID();
    String[] typed = asked(id, ready);
    typed[List.of(typed).indexOf("last") + 1] = "R9.3.30";
    as(coordinator).post(NEW, typed).is(200);
    family.program.clock().set(LocalDate.of(2027, 3, 31));
    Visitor head = as(principal);
    assertThat(head.get("/day").is(200).body()).doesNotContain("提出の確認");
    assertThat(head.get("/submissions/" + id).is(200).text()).contains("期限が過ぎました", "終わりました");
    head.post(
            "/submissions/" + id + "/decision",
            "verdict",
            "yes",
            "word",
            "名簿と照らした",
            "child",
            ready.toString())
        .is(404);
    assertThat(read()).isZero();
    as(family.counsellor).get("/submissions/" + id).is(404);
    handedIn(ready);
    assertThat(read()).isEqualTo(1);
  }

  /**
   * Whom the reader does not see any more has no name on the list, and can be ended all the same.
   */
  @Test
  void aDecidedListNamesOnlyWhomTheReaderSees() {
    UUID id = handedIn(ready, second);
    Visitor leader = as(coordinator);
    assertThat(leader.get("/submissions/" + id).is(200).text()).contains("あおば", "いぶき");
    family.town.run(tx ->
        tx.sql()
            .deleteFrom(REACH)
            .where(REACH.TENANT_ID.eq(tx.tenant()))
            .and(REACH.CHILD_ID.eq(second))
            .execute());
    assertThat(leader.get("/submissions/" + id).is(200).text())
        .contains("あおば", "ほかに1人")
        .doesNotContain("いぶき");
    leader.post("/submissions/" + id + "/end", "why", "転学した", "child", "unnamed").is(200);
    assertThat(read()).isEqualTo(1);
    as(official).get("/sheets/" + sheets.get(ready)).is(200);
  }
}
