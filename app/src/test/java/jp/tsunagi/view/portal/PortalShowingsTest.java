package jp.tsunagi.view.portal;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.FileId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.file.NewFile;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.sheet.Draft;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.Sheets;
import org.junit.jupiter.api.Test;

/** 家族に見せる: from 18 on the person says what a guardian reads (ACCESS: guardians and the person). */
class PortalShowingsTest {
  private static final LocalDate BIRTHDAY = LocalDate.of(2027, 5, 10);
  private static final byte[] SCAN = "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8);

  private final FamilyTown family = new FamilyTown();
  private final ChildId teen =
      family.child("星野", "ほしの", "あかり", BIRTHDAY.minusYears(18), family.centre);
  private final GuardianId self = family.guardian(teen, "星野 あかり", Relation.SELF, true);
  private final GuardianId mother = family.guardian(teen, "星野 みずほ", Relation.MOTHER, true);
  private final GuardianId aunt = family.guardian(teen, "星野 ちひろ", Relation.OTHER, false);
  private final OrganisationId school =
      family.town.organisation(OrganisationKind.HIGH_SCHOOL, "つなぎ高等学校");
  private final TestTown.Worker coordinator =
      family.town.worker(school, PostKind.COORDINATOR, "緑川 まこと");
  private final String page = "/portal/children/" + teen + "/showings";
  private final String shown = "/portal/children/" + teen + "/shown";
  private final String selfLogin = family.account(self);
  private final String motherLogin = family.account(mother);

  private Visitor as(String login) {
    return family.program.visitor().signIn(login);
  }

  /** A plan of the school that the family has confirmed. */
  private SheetId plan(int year, String words) {
    family.town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx,
                teen,
                school,
                InvolvementKind.ENROLMENT,
                Period.since(LocalDate.of(2025, 4, 1))));
    Sheets sheets = family.program.bean(Sheets.class);
    SheetId sheet =
        family
            .program
            .database()
            .call(
                family.town.actor(coordinator),
                tx -> {
                  SheetId id =
                      sheets.start(tx, NewSheet.at(school, teen, "support-school", year)).orThrow();
                  sheets
                      .save(
                          tx,
                          id,
                          Draft.of(
                              "state",
                              Answers.NONE.with(Address.of("strengths"), new Answer.Text(words))))
                      .orThrow();
                  sheets
                      .save(
                          tx,
                          id,
                          Draft.of(
                              "support",
                              Answers.NONE
                                  .with(
                                      Address.cell(
                                          "goals", "0197a1b2-0000-7000-8000-000000000001", "goal"),
                                      new Answer.Text("自分で休む"))
                                  .with(Address.of("long-goal"), new Answer.Text("働く"))))
                      .orThrow();
                  sheets
                      .save(
                          tx,
                          id,
                          Draft.of(
                              "outcome",
                              Answers.NONE
                                  .with(Address.of("teacher"), new Answer.Person("森田 かえで", null))
                                  .with(
                                      Address.of("written-on"),
                                      Answer.Date.of(LocalDate.of(2026, 5, 14)))))
                      .orThrow();
                  return sheets.send(tx, id).orThrow();
                });
    as(motherLogin).post("/portal/sheets/" + sheet + "/answer", "answer", "confirm").is(200);
    return sheet;
  }

  private String[] wish(String step, UUID id, String what, String... more) {
    return Stream.concat(
            Stream.of("id", id.toString(), "step", step, "reader", mother.toString(), "what", what),
            Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void aGuardianReadsWhatThePersonShowsUntilItIsTakenBack() {
    String sheet = "/portal/sheets/" + plan(2026, "路線図を覚えること");
    Visitor early = as(selfLogin);
    early.get(page).is(404);
    family.program.clock().set(BIRTHDAY);
    Visitor person = as(selfLogin);
    Visitor parent = as(motherLogin);
    assertThat(parent.get("/portal").is(200).text()).contains("18歳になりました");
    parent.get(sheet).is(404);
    parent.get(shown).is(404);
    assertThat(person.get("/portal").is(200).body()).contains(page);
    assertThat(person.get(page).is(200).text())
        .contains("母（星野 みずほさん）", "R11.3.31")
        .doesNotContain("本人（星野");
    UUID id = UUID.randomUUID();
    assertThat(person.post(page, wish("look", id, "all", "until", "R10.3.31")).is(200).text())
        .contains("母（星野 みずほさん）は、次のものを令和10年3月31日まで読めます", "これを見せる");
    parent.get(sheet).is(404);
    String[] send = wish("send", id, "all", "until", "R10.3.31");
    assertThat(person.post(page, send).is(200).path()).contains("portal.showing.done");
    person.post(page, send).is(200);
    assertThat(person.get(page).body().split("/end\"", -1)).as("sent twice it is one").hasSize(2);
    assertThat(parent.get("/portal").is(200).text())
        .contains(shown, "本人が、あなたに見せています（令和10年3月31日まで）");
    assertThat(parent.get(shown).is(200).body()).contains(sheet);
    assertThat(parent.get(sheet).is(200).text())
        .contains("路線図を覚えること", "本人が、あなたに見せています")
        .doesNotContain(sheet + "/answer");
    assertThat(person.get("/portal/children/" + teen + "/readers").is(200).text())
        .contains("母（星野 みずほさん）");
    assertThat(person.get("/portal/children/" + teen + "/access").is(200).text())
        .contains("家族（星野 みずほさん）");
    assertThat(person.post(page + "/" + id + "/end").is(200).path()).contains("ended");
    parent.get(sheet).is(404);
    parent.get(shown).is(404);
    assertThat(family.town.trace(Action.SHOW_TO_FAMILY))
        .extracting(row -> row.getPurpose())
        .containsExactly("SHOWING", "SHOWING_AGAIN", "SHOWING_ENDED");
    assertThat(family.town.trace(Action.VIEW_SHEET))
        .filteredOn(row -> "PERSON".equals(row.getGround()))
        .hasSize(1);
  }

  /** Reading is all: no other page of the child, nothing to sign, to decide or to write. */
  @Test
  void nothingButReadingComesOfIt() {
    SheetId sheet = plan(2026, "路線図を覚えること");
    family.program.clock().set(BIRTHDAY);
    as(selfLogin).post(page, wish("send", UUID.randomUUID(), "all", "until", "R10.3.31")).is(200);
    Visitor parent = as(motherLogin);
    parent.get("/portal/sheets/" + sheet).is(200);
    String child = "/portal/children/" + teen;
    for (String closed :
        List.of(
            "/consents",
            "/objections",
            "/readers",
            "/access",
            "/sheets",
            "/profile",
            "/showings")) {
      parent.get(child + closed).is(404);
    }
    String answer = "/portal/sheets/" + sheet + "/answer";
    parent.post(answer, "answer", "confirm").is(404);
    parent.post(answer, "answer", "disagree", "note", "").is(404);
    parent.post(page, wish("send", UUID.randomUUID(), "all", "until", "R10.3.31")).is(404);
    as(family.account(aunt)).get(shown).is(404);
  }

  /** What hangs on a part is read with it, and the person is told of that too. */
  @Test
  void aFileThatIsShownIsTracedAsShown() {
    SheetId sheet = plan(2026, "路線図を覚えること");
    ItemId part =
        family.town.call(tx ->
            tx.sql()
                .select(ITEM.ITEM_ID)
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(tx.tenant()))
                .and(ITEM.SHEET_ID.eq(sheet))
                .and(ITEM.FOR_GUARDIAN.isTrue())
                .and(ITEM.LATEST.isTrue())
                .limit(1)
                .fetchOptional(ITEM.ITEM_ID)
                .orElseThrow());
    FileId file =
        family
            .program
            .database()
            .call(
                family.town.actor(coordinator),
                tx ->
                    family
                        .program
                        .bean(Files.class)
                        .add(
                            tx,
                            teen,
                            part,
                            ((NewFile.Looked.Good) NewFile.look("路線図.pdf", SCAN)).file()));
    as(motherLogin).get("/files/" + file).is(200);
    family.program.clock().set(BIRTHDAY);
    as(motherLogin).get("/files/" + file).is(404);
    as(selfLogin).post(page, wish("send", UUID.randomUUID(), "all", "until", "R10.3.31")).is(200);
    as(motherLogin).get("/files/" + file).is(200);
    as(selfLogin).get("/files/" + file).is(200);
    assertThat(family.town.trace(Action.VIEW_FILE))
        .extracting(row -> row.getGround())
        .containsExactly(null, "PERSON", null);
  }

  @Test
  void oneSheetAloneAndWhatIsMissing() {
    SheetId sheet = plan(2026, "路線図を覚えること");
    SheetId other = plan(2025, "去年の様子");
    family.program.clock().set(BIRTHDAY);
    Visitor person = as(selfLogin);
    assertThat(
            person
                .post(page, "id", UUID.randomUUID().toString(), "until", "R20.3.31")
                .is(422)
                .text())
        .contains("見せる相手をえらんで", "何を見せるかをえらんで", "令和12年5月10日までの日");
    assertThat(
            person
                .post(page, wish("look", UUID.randomUUID(), "some", "until", "R10.3.31"))
                .is(422)
                .text())
        .contains("見せるものを、一つ以上えらんで");
    assertThat(
            person
                .post(
                    page,
                    wish(
                        "look",
                        UUID.randomUUID(),
                        "some",
                        "sheet",
                        sheet.toString(),
                        "until",
                        "R9.5.11"))
                .is(200)
                .text())
        .contains("令和8年度");
    UUID id = UUID.randomUUID();
    person
        .post(page, wish("send", id, "some", "sheet", sheet.toString(), "until", "R9.5.11"))
        .is(200);
    Visitor parent = as(motherLogin);
    parent.get("/portal/sheets/" + sheet).is(200);
    parent.get("/portal/sheets/" + other).is(404);
    family.program.clock().set(BIRTHDAY.plusDays(1));
    as(motherLogin).get("/portal/sheets/" + sheet).is(200);
    family.program.clock().set(BIRTHDAY.plusDays(2));
    as(motherLogin).get("/portal/sheets/" + sheet).is(404);
  }

  /** A restriction of the guardian beats what the person shows, and is no choice of the page. */
  @Test
  void aRestrictionWins() {
    SheetId sheet = plan(2026, "路線図を覚えること");
    family.program.clock().set(BIRTHDAY);
    as(selfLogin).post(page, wish("send", UUID.randomUUID(), "all", "until", "R10.3.31")).is(200);
    as(motherLogin).get("/portal/sheets/" + sheet).is(200);
    as(family.counsellor.login())
        .post(
            "/children/" + teen + "/guardians/restrictions",
            "id",
            UUID.randomUUID().toString(),
            "restriction.whom",
            mother.toString(),
            "restriction.reason",
            "PROTECTION",
            "restriction.evidence",
            "保護命令")
        .is(200);
    as(motherLogin).get("/portal/sheets/" + sheet).is(404);
    assertThat(as(selfLogin).get(page).is(200).text()).doesNotContain("value=\"" + mother);
    as(selfLogin).post(page, wish("send", UUID.randomUUID(), "all", "until", "R10.3.31")).is(422);
  }

  /** On paper at a hub, with the scan; a 成年後見人 signs for the person. */
  @Test
  void aHubTakesInTheSignedPaper() {
    SheetId sheet = plan(2026, "路線図を覚えること");
    String desk = "/children/" + teen + "/showings";
    as(family.counsellor.login()).get(desk).is(404);
    family.program.clock().set(BIRTHDAY);
    GuardianId acting = family.guardian(teen, "後見 まもる", Relation.ADULT_GUARDIAN, true);
    Visitor counsellor = as(family.counsellor.login());
    assertThat(counsellor.get("/children/" + teen + "/consents").is(200).body()).contains(desk);
    assertThat(counsellor.get(desk).is(200).body()).contains("成年後見人", "本人（または");
    as(family.head.login()).get(desk).is(404);
    UUID id = UUID.randomUUID();
    String[] typed =
        wish(
            "send",
            id,
            "all",
            "until",
            "R10.3.31",
            "on",
            "R9.5.10",
            "paper",
            "書庫3",
            "giver",
            acting.toString());
    byte[] none = new byte[0];
    assertThat(counsellor.upload(desk, "scan", "", none, typed).is(422).body())
        .contains("署名された紙のスキャンを入れてください");
    typed[typed.length - 1] = mother.toString();
    assertThat(counsellor.upload(desk, "scan", "紙.pdf", SCAN, typed).is(422).body())
        .contains("決められる人ではありません");
    typed[typed.length - 1] = acting.toString();
    int day = List.of(typed).indexOf("R9.5.10");
    typed[day] = "R9.5.9";
    assertThat(counsellor.upload(desk, "scan", "紙.pdf", SCAN, typed).is(422).body())
        .as("signed before the birthday")
        .contains("決められる人ではありません");
    typed[day] = "R9.5.10";
    assertThat(counsellor.upload(desk, "scan", "紙.pdf", SCAN, typed).is(200).path())
        .contains("ground.showing.done");
    assertThat(as(motherLogin).get("/portal").is(200).text()).contains("成年後見人が、本人に代わって");
    as(motherLogin).get("/portal/sheets/" + sheet).is(200);
    String end = desk + "/" + id + "/end";
    String field = "giver." + id;
    assertThat(counsellor.upload(end, "scan", "", none, field, self.toString()).is(422).body())
        .contains("スキャンを入れてください");
    assertThat(
            counsellor.upload(end, "scan", "紙.pdf", SCAN, field, mother.toString()).is(422).body())
        .contains("決められる人ではありません");
    counsellor.upload(end, "scan", "紙.pdf", SCAN, field, self.toString()).is(200);
    as(motherLogin).get("/portal/sheets/" + sheet).is(404);
    assertThat(family.town.trace(Action.SHOW_TO_FAMILY))
        .extracting(row -> row.getGround())
        .containsExactly("PAPER", "PAPER");
    assertThat(grants()).as("nothing is left of it").isZero();
  }

  private int grants() {
    return family.town.call(tx ->
        tx.sql()
            .fetchCount(
                ACCESS_GRANT,
                ACCESS_GRANT.TENANT_ID.eq(tx.tenant()).and(ACCESS_GRANT.GROUND_KIND.eq("PERSON"))));
  }
}
