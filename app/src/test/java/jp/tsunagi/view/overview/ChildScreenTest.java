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
import org.junit.jupiter.api.Test;

/** The child's page: what each role sees and does not see, its trace and its cost (A1, D13, F2). */
class ChildScreenTest {
  /** Beside the transaction's own and the session's: child, items, profile; event, subject. */
  private static final int STATEMENTS = 5;

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
  void thePageCostsFiveStatements() {
    story();
    Visitor visitor = as(town.teacher);
    visitor.get(url()).is(200);
    List<String> asked = visitor.get(url()).is(200).statements();
    assertThat(asked).hasSizeLessThanOrEqualTo(OF_THE_DOOR + STATEMENTS);
  }

  @Test
  void aFilterShowsOneKindOnly() {
    story();
    assertThat(as(town.teacher).get(url() + "?kind=profile").body())
        .contains("/reason\"")
        .doesNotContain("<span>みどり台小学校に入りました</span><span class=\"org\">");
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
        .contains("母の同意で見えています", "青空 みなみ", "令和8年5月8日（2026）", "みどり台小学校", "担任", "続いています");
    assertThat(teacher.get(url() + "/reason").is(200).body())
        .contains("自分の学級の児童", "母の同意で見えています", "個人票、健診・医療")
        .doesNotContain("はぐくみ");
    assertThat(town.town.trace(Action.VIEW_REASON)).hasSize(2);
    as(town.stranger).get(link.group(1)).is(404);
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
}
