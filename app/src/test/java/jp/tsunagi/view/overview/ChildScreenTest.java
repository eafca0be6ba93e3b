package jp.tsunagi.view.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.sheet.Draft;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.work.handover.Handovers;
import org.junit.jupiter.api.Test;

/** The child's page: what each role sees and does not see, its trace and its cost (A1, D13, F2). */
class ChildScreenTest {
  /** Beside the transaction's own and the session's: the rule, child, items. */
  private static final int STATEMENTS = 3;

  /** The event, and whom it is about. */
  private static final int OF_THE_TRACE = 2;

  private static final int OF_THE_DOOR = 2;
  private final OverviewTown town = new OverviewTown();
  private final ChildId child =
      town.child("青空", "あおぞら", "ひなた", LocalDate.of(2018, 6, 3), town.centre);

  private Visitor as(TestTown.Worker worker) {
    return town.program.visitor().signIn(worker);
  }

  private String url() {
    return "/children/" + child;
  }

  private ConsentId story() {
    town.involve(
        child, town.centre, InvolvementKind.CONSULTATION, Period.since(OverviewTown.APRIL));
    town.consent(
        child, ConsentKind.USE, town.centre, OverviewTown.APRIL, OverviewTown.everything());
    town.profile(child, LocalDate.of(2026, 5, 1));
    town.enrol(child, town.school, town.room, 1, Period.since(OverviewTown.APRIL));
    return town.consent(
        child,
        ConsentKind.HANDOVER,
        town.school,
        LocalDate.of(2026, 5, 8),
        List.of(
            ScopeLine.of(Category.PROFILE),
            new ScopeLine(Category.HEALTH, java.util.Optional.of("profile/health"))));
  }

  @Test
  void whatTheFamilyAgreedToIsSeenWithItsGround() {
    story();
    String page = as(town.teacher).get(url()).is(200).body();
    assertThat(page)
        .contains("青空", "2年1組", "路線図、絵をかくこと", "くるみ", "アレルギー", "引継ぎの同意", "森田 かえで")
        .contains("アナフィラキシーを起こしたことがあります")
        .doesNotContain("080-0000-1234", "はぐくみで相談を始めました");
    assertThat(as(town.counsellor).get(url()).is(200).body())
        .contains("080-0000-1234", "はぐくみで相談を始めました", "利用の同意", "みどり台小学校");
  }

  @Test
  void aWithdrawalHoldsForTheNextByte() {
    ConsentId handover = story();
    town.withdraw(child, handover);
    String page = as(town.teacher).get(url()).is(200).body();
    assertThat(page)
        .contains("青空", "自校の記録", "この機関が渡す・受け取る同意は、いまありません")
        .doesNotContain("路線図", "くるみ", "アレルギー", "引継ぎの同意", "個人票", "利用の同意は、まだ");
  }

  @Test
  void whoHasNothingToDoWithTheChildFindsNothing() {
    story();
    var absent = as(town.stranger).get(url()).is(404);
    var nowhere = as(town.stranger).get("/children/" + ChildId.create()).is(404);
    assertThat(absent.body()).isEqualTo(nowhere.body());
    as(town.stranger).get(url() + "/reason").is(404);
    as(town.stranger).post(url() + "/timeline/file", "purpose", "WORK").is(404);
    assertThat(town.town.trace(Action.VIEW_CHILD)).isEmpty();
  }

  @Test
  void anotherOrganisationsOwnRecordsAreNotThere() {
    story();
    town.draft(
        LocalDate.of(2026, 11, 18),
        town.teacher,
        town.schoolSheet(child, 2026),
        OverviewTown.schoolParts());
    assertThat(as(town.teacher).get(url()).body()).contains("書きかけ", "支援内容の続きを書く");
    assertThat(as(town.coordinator).get(url()).body()).doesNotContain("書きかけ", "続きを書く");
    assertThat(as(town.counsellor).get(url()).body()).doesNotContain("書きかけ", "支援内容（小・中学校）");
  }

  @Test
  void viewingLeavesOneRowThatNamesTheGrounds() {
    story();
    as(town.teacher).get(url()).is(200);
    assertThat(town.town.trace(Action.VIEW_CHILD))
        .singleElement()
        .satisfies(row -> assertThat(row.getChildId()).isEqualTo(child))
        .satisfies(row -> assertThat(row.getAssignmentId()).isEqualTo(town.teacher.assignment()))
        .satisfies(row -> assertThat(row.getGround()).isEqualTo("HANDOVER INVOLVEMENT"));
  }

  @Test
  void thePageCostsThreeStatementsBesideTheTransactionsOwn() {
    story();
    Visitor visitor = as(town.teacher);
    visitor.get(url()).is(200);
    List<String> asked =
        visitor.get(url()).is(200).statements().stream()
            .filter(statement -> !statement.startsWith("set transaction"))
            .toList();
    assertThat(asked).hasSizeLessThanOrEqualTo(OF_THE_DOOR + STATEMENTS + OF_THE_TRACE);
  }

  @Test
  void aFilterShowsOneKindOnly() {
    story();
    assertThat(as(town.teacher).get(url() + "?kind=profile").body())
        .contains("/reason\"")
        .doesNotContain("<span class=\"text\">みどり台小学校に入りました");
    assertThat(as(town.teacher).get(url()).body()).contains("<span class=\"text\">みどり台小学校に入りました");
    as(town.teacher).get(url() + "?kind=nonsense").is(200);
  }

  @Test
  void theTimelineIsTakenOutForAPurposeByWhoMay() {
    story();
    var file = as(town.coordinator).post(url() + "/timeline/file", "purpose", "MEETING").is(200);
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    assertThat(town.town.trace(Action.EXPORT))
        .singleElement()
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("MEETING"));
    as(town.coordinator).post(url() + "/timeline/file", "purpose", "for fun").is(404);
    as(town.teacher).post(url() + "/timeline/file", "purpose", "WORK").is(404);
  }

  @Test
  void aReasonNamesGiverDayEndAndPost() {
    story();
    Visitor teacher = as(town.teacher);
    String page = teacher.get(url()).body();
    var link =
        java.util.regex.Pattern.compile("(/children/[^\"]+/items/[^\"]+/reason)").matcher(page);
    assertThat(link.find()).isTrue();
    assertThat(teacher.get(link.group(1)).is(200).body())
        .contains("母の同意で見えています", "青空 みなみ", "令和8年5月8日（2026）", "みどり台小学校", "担任", "令和19年3月31日（2037）まで");
    assertThat(teacher.get(url() + "/reason").is(200).body())
        .contains("自分の学級の児童", "母の同意で見えています", "個人票、健診・医療")
        .doesNotContain("はぐくみ");
    assertThat(town.town.trace(Action.VIEW_REASON)).hasSize(2);
    as(town.stranger).get(link.group(1)).is(404);
  }

  /** Two posts at one school and several lines of one consent are one ground each. */
  @Test
  void theSameGroundIsNamedOnce() {
    story();
    town.town.run(tx -> {
      var staffing = town.program.bean(jp.tsunagi.people.staff.Staffing.class);
      staffing.assign(
          tx,
          town.coordinator.staff(),
          staffing.post(tx, town.school, jp.tsunagi.people.staff.PostKind.PRINCIPAL),
          java.util.Optional.empty(),
          OverviewTown.APRIL,
          java.util.Optional.empty());
    });
    Visitor both = as(town.coordinator);
    var link =
        java.util.regex.Pattern.compile("(/children/[^\"]+/items/[^\"]+/reason)")
            .matcher(both.get(url()).is(200).body());
    assertThat(link.find()).isTrue();
    for (String page : List.of(link.group(1), url() + "/reason")) {
      String body = both.get(page).is(200).body();
      assertThat(body.split("の同意で見えています", -1)).as(page).hasSize(2);
      assertThat(body).contains("みどり台小学校　特別支援コーディネーター、みどり台小学校　校長");
    }
    assertThat(both.get(url() + "/reason").body().split("として関わっています", -1)).hasSize(2);
  }

  @Test
  void aFormIsOfferedWhereItMayBeBegun() {
    story();
    assertThat(as(town.teacher).get(url()).body()).contains("value=\"support-school\"");
    assertThat(as(town.counsellor).get(url()).body())
        .doesNotContain("value=\"support-school\"")
        .contains("/children/" + child + "/consents");
  }

  @Test
  void attentionFollowsFromWhatWasAnswered() {
    assertThat(Attention.of(Answers.NONE)).isEmpty();
    assertThat(Attention.of(OverviewTown.texts("medical-care", "吸引")))
        .containsExactly(new Attention.Noted(Attention.MEDICAL_CARE, "吸引"));
  }

  @Test
  void aSheetIsTitledByItsFormItsProgrammeAndItsYear() {
    story();
    var kids = town.programme("元気キッズ");
    town.join(kids, "元気キッズ", child, OverviewTown.APRIL);
    var sheet =
        town.draft(
            LocalDate.of(2026, 6, 1),
            town.counsellor,
            NewSheet.at(town.centre, child, "support-programme", 2026).inProgramme(kids),
            List.of(Draft.of("support", OverviewTown.texts("state", "座って聞けます。"))));
    String page = as(town.counsellor).get(url()).is(200).body();
    assertThat(page)
        .contains(
            "<a href=\"/sheets/" + sheet + "/draft\">支援内容（支援事業）　元気キッズ　令和8年度（下書き）</a>",
            "<small>路線図、絵をかくこと</small>",
            ">個人票</a>",
            "href=\"" + url() + "/sheets\"");
    assertThat(as(town.counsellor).get(url() + "/sheets").is(200).body())
        .contains("支援内容（支援事業）　元気キッズ　令和8年度（2026）");
    assertThat(as(town.counsellor).get("/sheets/" + sheet + "/draft").is(200).body())
        .contains("元気キッズ", "水野 ことね", "令和8年6月1日");
  }

  @Test
  void aHandoverStandsInTheTimelineOfWhoSentItAndWhoGotIt() {
    ConsentId consent = story();
    var offered =
        town.on(
            LocalDate.of(2026, 5, 9),
            town.counsellor,
            tx ->
                town.program
                    .bean(Handovers.class)
                    .offer(tx, child, consent, town.school, LocalDate.of(2027, 4, 1)));
    assertThat(as(town.counsellor).get(url() + "?kind=handover").is(200).body())
        .contains("みどり台小学校へ引継ぎを渡しました", "受領の確認待ち")
        .doesNotContain("<span class=\"text\">はぐくみで相談");
    assertThat(as(town.coordinator).get(url()).is(200).body())
        .contains("はぐくみから引継ぎがとどきました", "受領の確認待ち");
    assertThat(as(town.teacher).get(url()).is(200).body())
        .as("not hers to receive")
        .doesNotContain("引継ぎがとどきました");
    as(town.coordinator).post("/handovers/" + offered + "/receipt").is(200);
    assertThat(as(town.coordinator).get(url()).body())
        .contains("はぐくみから引継ぎがとどきました", "受領", "/handovers/" + offered + "/receipt");
    assertThat(as(town.teacher).get(url()).body()).contains("はぐくみから引継ぎがとどきました");
  }

  @Test
  void whoIsInNoNurseryIsNotShownUnderOne() {
    ChildId home = town.child("若葉", "わかば", "そら", LocalDate.of(2022, 5, 5), town.centre);
    town.involve(home, town.centre, InvolvementKind.CONSULTATION, Period.since(OverviewTown.APRIL));
    Visitor visitor = as(town.counsellor);
    assertThat(visitor.get("/children/" + home).is(200).body())
        .contains("<h3>就学前<")
        .doesNotContain("<h3>園<");
    town.involve(home, town.nursery, InvolvementKind.ENROLMENT, Period.since(OverviewTown.APRIL));
    town.consent(home, ConsentKind.USE, town.centre, OverviewTown.APRIL, OverviewTown.everything());
    assertThat(visitor.get("/children/" + home).body()).contains("<h3>園<", "みどり保育園");
  }

  @Test
  void theHeadSaysWhomTheOwnPlaceCallsFirst() {
    story();
    Visitor teacher = as(town.teacher);
    assertThat(teacher.get(url()).body()).doesNotContain("緊急連絡");
    teacher
        .post(
            url() + "/contacts",
            "guardian.name",
            "青空 みなみ",
            "guardian.relation",
            "MOTHER",
            "guardian.phone",
            "080-1111-2222",
            "guardian.order",
            "1",
            "guardian.note",
            "平日16時から",
            "confirmed",
            "R8.11.1")
        .is(200);
    assertThat(teacher.get(url()).body())
        .contains("緊急連絡", "href=\"tel:08011112222\"")
        .containsPattern("(?s)class=\"identity\".*緊急連絡.*class=\"alert\"");
  }
}
