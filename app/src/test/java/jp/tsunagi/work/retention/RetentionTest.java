package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.DISPOSAL_NAMED;
import static jp.tsunagi.schema.Tables.FILE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.INVOLVEMENT_END;
import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_PART;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.InvolvementId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
import org.junit.jupiter.api.Test;

/** 田中 りく left みどり保育園 in March 2019; what it wrote of 2018 is over since April 2024. */
class RetentionTest {
  private static final String URL = "/retention";
  private static final String DISPOSALS = "/retention/disposals";
  private static final String WORDS = "積み木を高く積むことが好き";
  private static final LocalDate BORN = LocalDate.of(2012, 7, 1);
  private static final Pattern DECIDE =
      Pattern.compile("href=\"/retention/disposals/([0-9a-f-]{36})\"");

  private final FamilyTown family = new FamilyTown();
  private final TestTown town = family.town;
  private final TestTown.Worker second =
      town.worker(family.nursery, PostKind.NURSERY_HEAD, "桜田 まお");
  private final ChildId child = family.child("田中", "たなか", "りく", BORN, family.centre);
  private final SheetId sheet = sheet(2018, child);

  private SheetId sheet(int year, ChildId of) {
    town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx,
                of,
                family.nursery,
                InvolvementKind.ENROLMENT,
                new Period(LocalDate.of(2016, 4, 1), LocalDate.of(2019, 4, 1))));
    SheetId made =
        new PrintTown(family.program, town)
            .sheet(of, family.nursery, "support-nursery", ItemState.FINAL, WORDS);
    town.run(tx ->
        tx.sql()
            .update(SHEET)
            .set(SHEET.FISCAL_YEAR, year)
            .where(SHEET.SHEET_ID.eq(made))
            .execute());
    return made;
  }

  private Visitor visitor(TestTown.Worker worker) {
    return family.program.visitor().signIn(worker);
  }

  private String key(int year) {
    return family.nursery + "_NURSERY_" + year;
  }

  private Visitor.Reply propose(Visitor who, String key) {
    return who.post(URL, "id", UUID.randomUUID().toString(), "chosen", key, "why", "台帳と突き合わせました");
  }

  private static UUID waiting(Visitor who) {
    var found = DECIDE.matcher(who.get(DISPOSALS).is(200).body());
    assertThat(found.find()).isTrue();
    return UUID.fromString(found.group(1));
  }

  private static Visitor.Reply decide(Visitor who, UUID id, String verdict) {
    return who.post(DISPOSALS + "/" + id, "verdict", verdict, "word", "件数を確かめました");
  }

  private static String[] hold() {
    return new String[] {
      "id", UUID.randomUUID().toString(),
      "name", "田中りく",
      "birth", "2012-07-01",
      "why", "ご家族から問い合わせがあります",
      "until", "R10.3.31"
    };
  }

  private boolean isThere(SheetId which) {
    return town.<Boolean>call(tx -> tx.sql().fetchExists(SHEET, SHEET.SHEET_ID.eq(which)));
  }

  @Test
  void whatIsOverIsListedWithoutTheNamesOfWhomNobodyReaches() {
    Visitor head = visitor(family.head);
    assertThat(head.get(URL).is(200).text())
        .contains("支援内容（保育所（園）・幼稚園等）", "平成30年度（2018）", "受け持ちを離れたお子さん1人", "令和6年4月1日")
        .doesNotContain("りく");
    assertThat(town.trace(Action.LIST)).anyMatch(row -> "RETENTION".equals(row.getPurpose()));
    assertThat(visitor(family.counsellor).get(URL).is(200).text()).doesNotContain("2018");
    visitor(town.worker(family.nursery, PostKind.NURSERY_TEACHER, "花園 さき")).get(URL).is(404);
    var reply = head.post(URL + "/file", "purpose", "WORK").is(200);
    assertThat(new String(reply.bytes(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    assertThat(town.trace(Action.EXPORT)).hasSize(1);
  }

  @Test
  void oneProposesAndAnotherApproves() {
    Visitor head = visitor(family.head);
    assertThat(head.post(URL, "id", UUID.randomUUID().toString()).is(422).text())
        .contains("しるしを付けてください", "文字で書いてください");
    assertThat(propose(head, family.centre + "_NURSERY_2018").is(422).text()).contains("一覧を見なおして");
    assertThat(town.trace(Action.DISPOSE)).isEmpty();
    propose(head, key(2018)).is(200);
    assertThat(head.get(DISPOSALS).is(200).text()).contains("あなたが起案しました");
    assertThat(head.get(URL).is(200).text()).doesNotContain("2018");

    Visitor colleague = visitor(second);
    UUID id = waiting(colleague);
    decide(head, id, "yes").is(404);
    var other = town.organisation(OrganisationKind.NURSERY, "あおば保育園");
    decide(visitor(town.worker(other, PostKind.NURSERY_HEAD, "水野 ゆき")), id, "yes").is(404);
    assertThat(colleague.post(DISPOSALS + "/" + id, "verdict", "yes").is(422).text())
        .contains("文字で書いてください");
    assertThat(isThere(sheet)).isTrue();
    assertThat(decide(colleague, id, "yes").is(200).text())
        .contains("2026-001", "廃棄済み", "花園 みつ", "桜田 まお", "平成30年度（2018）")
        .doesNotContain("りく", WORDS);
    decide(colleague, id, "yes").is(404);

    assertThat(isThere(sheet)).isFalse();
    town.run(tx -> {
      assertThat(tx.sql().fetchCount(ITEM, ITEM.SHEET_ID.eq(sheet))).isZero();
      assertThat(tx.sql().fetchCount(SHEET_PART, SHEET_PART.SHEET_ID.eq(sheet))).isZero();
      assertThat(tx.sql().fetchCount(DISPOSAL_NAMED)).isZero();
      assertThat(tx.sql().fetchCount(FILE, FILE.CHILD_ID.eq(child))).isZero();
      assertThat(tx.sql().fetchCount(ISSUE, ISSUE.CHILD_ID.eq(child))).isZero();
    });
    head.get("/sheets/" + sheet).is(404);
    assertThat(town.trace(Action.DISPOSE))
        .extracting(row -> row.getPurpose())
        .containsExactly("PROPOSED", "APPROVED", "GONE", "CARRIED_OUT");
    assertThat(town.trace(Action.DISPOSE))
        .anyMatch(row ->
            row.getDetail().data().contains("sheet " + sheet) && child.equals(row.getChildId()));
    head.post(DISPOSALS + "/file", "purpose", "REPORT").is(200);
  }

  @Test
  void whatIsSentBackStaysAndCanBeProposedAgain() {
    propose(visitor(family.head), key(2018)).is(200);
    Visitor colleague = visitor(second);
    decide(colleague, waiting(colleague), "no").is(200);
    assertThat(isThere(sheet)).isTrue();
    propose(colleague, key(2018)).is(200);
  }

  @Test
  void whatIsKeptLongerIsNeitherProposedNorGoesWithAnEarlierProposal() {
    propose(visitor(family.head), key(2018)).is(200);
    Visitor colleague = visitor(second);
    UUID id = waiting(colleague);
    String[] hold = hold();
    hold[3] = "田中りお";
    assertThat(colleague.post("/retention/holds", hold).is(422).text()).contains("この機関にありません");
    hold[3] = "田中りく";
    assertThat(colleague.post("/retention/holds", hold).is(200).text())
        .contains("受け持ちを離れたお子さん", "ご家族から問い合わせ", "令和10年3月31日")
        .doesNotContain("田中");
    decide(colleague, id, "yes").is(200);
    assertThat(isThere(sheet)).isTrue();
    assertThat(colleague.get(URL).is(200).text()).doesNotContain("2018");
    String lift =
        Pattern.compile("/retention/holds/[0-9a-f-]{36}/end")
            .matcher(colleague.get("/retention/holds").body())
            .results()
            .findFirst()
            .orElseThrow()
            .group();
    visitor(family.counsellor).post(lift).is(404);
    colleague.post(lift).is(200);
    assertThat(colleague.get(URL).is(200).text()).contains("2018");
    assertThat(town.trace(Action.DISPOSE))
        .extracting(row -> row.getPurpose())
        .contains("HELD", "LIFTED");
  }

  @Test
  void whatWasBrokenOffIsGoneOnWith() {
    propose(visitor(family.head), key(2018)).is(200);
    Visitor colleague = visitor(second);
    UUID id = waiting(colleague);
    var actor = town.actor(second);
    family
        .program
        .database()
        .run(
            actor,
            tx -> family.program.bean(Disposals.class).decide(tx, actor, id, true, "件数を確かめました"));
    assertThat(isThere(sheet)).isTrue();
    assertThat(colleague.get(DISPOSALS).is(200).text()).contains("廃棄の途中", "続きを廃棄する");
    colleague.post(DISPOSALS + "/" + id + "/continuation").is(200);
    assertThat(isThere(sheet)).isFalse();
    colleague.post(DISPOSALS + "/" + id + "/continuation").is(200);
    assertThat(town.trace(Action.DISPOSE))
        .extracting(row -> row.getPurpose())
        .containsExactly("PROPOSED", "APPROVED", "GONE", "CARRIED_OUT", "OVER");
  }

  @Test
  void aChildFromWhomABlockKeepsTheReaderAwayIsAbsent() {
    ChildId blocked = family.child("田中", "たなか", "りお", BORN, family.nursery);
    sheet(2017, blocked);
    assertThat(visitor(second).get(URL).is(200).text())
        .as("still dealt with, so it is not over")
        .doesNotContain("平成29年度（2017）");
    var actor = town.actor(second);
    family
        .program
        .database()
        .run(
            actor,
            tx ->
                RuleSql.decide(
                    tx,
                    RetentionKind.NURSERY,
                    0,
                    new RetentionRule(5, RetentionStart.YEAR),
                    "文書管理規程"));
    assertThat(visitor(second).get(URL).is(200).text()).contains("平成29年度（2017）", "田中 りお");
    Visitor head = visitor(family.head);
    head.get("/children/" + blocked + "/blocks").is(200);
    head.post(
            "/children/" + blocked + "/blocks",
            "id",
            UUID.randomUUID().toString(),
            "kind",
            "SELF",
            "SELF.reason",
            "RELATIVE")
        .is(200);
    assertThat(head.get(URL).is(200).text()).contains("2018").doesNotContain("平成29年度（2017）");
  }

  @Test
  void ofAChildFromWhomABlockKeepsTheApproverAwayNothingGoes() {
    ChildId blocked = family.child("田中", "たなか", "りお", BORN, family.nursery);
    SheetId theirs = sheet(2017, blocked);
    family
        .program
        .database()
        .run(
            town.actor(second),
            tx ->
                RuleSql.decide(
                    tx,
                    RetentionKind.NURSERY,
                    0,
                    new RetentionRule(5, RetentionStart.YEAR),
                    "文書管理規程"));
    visitor(second)
        .post(
            URL,
            "id",
            UUID.randomUUID().toString(),
            "chosen",
            key(2017),
            "chosen",
            key(2018),
            "why",
            "台帳と突き合わせました")
        .is(200);
    Visitor head = visitor(family.head);
    head.post(
            "/children/" + blocked + "/blocks",
            "id",
            UUID.randomUUID().toString(),
            "kind",
            "SELF",
            "SELF.reason",
            "RELATIVE")
        .is(200);
    assertThat(head.get(DISPOSALS).is(200).text())
        .contains("平成30年度（2018）")
        .doesNotContain("平成29年度（2017）");
    decide(head, waiting(head), "yes").is(200);
    assertThat(isThere(sheet)).isFalse();
    assertThat(isThere(theirs)).isTrue();
  }

  private void set(String state) {
    town.run(tx ->
        tx.sql().update(SHEET).set(SHEET.STATE, state).where(SHEET.SHEET_ID.eq(sheet)).execute());
  }

  @Test
  void whatIsBeingWrittenIsAbsentAndStays() {
    propose(visitor(family.head), key(2018)).is(200);
    Visitor colleague = visitor(second);
    UUID id = waiting(colleague);
    set("DRAFT");
    decide(colleague, id, "yes").is(200);
    assertThat(isThere(sheet)).isTrue();
    assertThat(colleague.get(URL).is(200).text()).doesNotContain("2018");
    String[] hold = hold();
    assertThat(colleague.post("/retention/holds", hold).is(422).text()).contains("この機関にありません");
    set("WITH_GUARDIAN");
    assertThat(colleague.post("/retention/holds", hold).is(422).text()).contains("この機関にありません");
    set("FINAL");
    colleague.post("/retention/holds", hold).is(200);
  }

  /** What somebody typed stands there again, with what is wrong beside it. */
  @Test
  void aYearThatIsNoneIsRefusedInWords() {
    String[] hold = Arrays.copyOf(hold(), 12);
    hold[10] = "fiscal";
    for (String year : new String[] {"令和8年度", "26", "9999"}) {
      hold[11] = year;
      assertThat(visitor(second).post("/retention/holds", hold).is(422).body())
          .contains("年度は西暦4けたで書いてください。", "田中りく", "value=\"" + year + "\"");
    }
    hold[11] = "2018";
    visitor(second).post("/retention/holds", hold).is(200);
  }

  @Test
  void anEndThatWasWrittenLongAfterwardsMakesNothingGoAtOnce() {
    assertThat(visitor(second).get(URL).is(200).text()).contains("2018");
    town.run(tx -> {
      InvolvementId involvement =
          tx.sql()
              .select(INVOLVEMENT.INVOLVEMENT_ID)
              .from(INVOLVEMENT)
              .where(INVOLVEMENT.CHILD_ID.eq(child))
              .and(INVOLVEMENT.ORGANISATION_ID.eq(family.nursery))
              .fetchSingle(INVOLVEMENT.INVOLVEMENT_ID);
      tx.sql()
          .insertInto(INVOLVEMENT_END)
          .set(INVOLVEMENT_END.TENANT_ID, tx.tenant())
          .set(INVOLVEMENT_END.INVOLVEMENT_ID, involvement)
          .set(INVOLVEMENT_END.CHILD_ID, child)
          .set(INVOLVEMENT_END.REASON, "LEFT")
          .set(INVOLVEMENT_END.RECORDED_AT, tx.now().atOffset(ZoneOffset.UTC))
          .execute();
    });
    assertThat(visitor(second).get(URL).is(200).text()).doesNotContain("2018");
  }

  @Test
  void aHoldCoversAllWhoAreCalledSo() {
    ChildId namesake = family.child("田中", "たなか", "りく", BORN, family.centre);
    sheet(2018, namesake);
    Visitor colleague = visitor(second);
    colleague.post("/retention/holds", hold()).is(200);
    assertThat(colleague.get(URL).is(200).text()).doesNotContain("2018");
  }

  @Test
  void anAdministratorDecidesHowLongAndWhy() {
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    Visitor admin = visitor(town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで"));
    String settings = "/settings/retention";
    assertThat(admin.get(settings).is(200).text()).contains("通知が5年間", "法令に定めがありません");
    String[] form = {
      "seen", "0", "years.NURSERY", "20", "start.NURSERY", "LEFT", "note.NURSERY", ""
    };
    assertThat(admin.post(settings + "/NURSERY", form).is(422).text()).contains("文字で書いてください");
    String[] year = {
      "seen", "0", "years.PROFILE", "5", "start.PROFILE", "YEAR", "note.PROFILE", "文書管理規程"
    };
    assertThat(admin.post(settings + "/PROFILE", year).is(422).text()).contains("書類の年度からは数えられません");
    form[7] = "文書管理規程の改正（令和8年）";
    assertThat(admin.post(settings + "/NURSERY", form).is(200).text())
        .contains("から20年", "森田 かえで", "文書管理規程の改正");
    assertThat(admin.post(settings + "/NURSERY", form).is(422).text()).contains("別の人が決めました");
    assertThat(town.trace(Action.ADMINISTER))
        .anyMatch(row -> row.getDetail().data().contains("retention.rule NURSERY=20 LEFT"));
    assertThat(visitor(family.head).get(URL).is(200).text()).doesNotContain("2018");
    visitor(family.head).get(settings).is(404);
    admin.get(URL).is(404);
  }
}
