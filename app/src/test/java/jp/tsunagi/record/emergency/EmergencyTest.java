package jp.tsunagi.record.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** 緊急閲覧, from the reason to the review and what the family sees (F1, F2). */
class EmergencyTest {
  private static final String NOTE = "園庭で発作。救急車を待つ間に、持病を知りたい。";

  private final FamilyTown family = new FamilyTown();
  private final TestTown.Worker deputy =
      family.town.worker(family.nursery, PostKind.NURSERY_HEAD, "花園 しげる");
  private final String page = "/children/" + family.child;

  private void later(int minutes) {
    var clock = family.program.clock();
    clock.set(clock.instant().plus(Duration.ofMinutes(minutes)));
  }

  private Visitor head() {
    return family.program.visitor().signIn(family.head);
  }

  private static Visitor.Reply open(Visitor who, UUID id, String name, String birth) {
    return who.post(
        "/emergency",
        "id",
        id.toString(),
        "name",
        name,
        "birth",
        birth,
        "reason",
        "ACUTE",
        "note",
        NOTE);
  }

  @Test
  void aRecordIsOpenForAnHourAndNotLonger() {
    Visitor head = head();
    head.get(page).is(404);
    assertThat(head.get("/emergency").is(200).body()).contains("開けるのは60分です");
    UUID id = UUID.randomUUID();
    assertThat(open(head, id, "あおぞら ひなた", "R4.6.3").is(200).path()).contains("emergency.done");
    assertThat(head.get(page).is(200).body()).contains("青空").contains("緊急閲覧");
    assertThat(head.get("/emergency").is(200).body()).contains(page, "閲覧を終える");
    assertThat(head.get(page + "/reason").is(200).body()).contains("緊急閲覧で見えています");
    later(59);
    head.get(page).is(200);
    later(1);
    head.get(page).is(404);
    assertThat(head.get("/emergency").is(200).body()).doesNotContain(page);
    open(head, id, "あおぞら ひなた", "R4.6.3");
    head.get(page).is(404);
  }

  @Test
  void whoeverOpenedItClosesItAtOnce() {
    Visitor head = head();
    UUID id = UUID.randomUUID();
    open(head, id, "青空ひなた", "2022-06-03").is(200);
    head.get(page).is(200);
    family.program.visitor().signIn(deputy).post("/emergency/" + id + "/end").is(404);
    head.post("/emergency/" + id + "/end").is(200);
    head.get(page).is(404);
  }

  /** Nothing tells whether there is such a child: name and birth date must both be right. */
  @Test
  void nothingIsSaidOfAChildBeforeItIsOpen() {
    Visitor head = head();
    assertThat(open(head, UUID.randomUUID(), "青空 ひなた", "R4.6.4").is(422).body())
        .contains("その氏名と生年月日の記録は開けません");
    assertThat(head.post("/emergency", "id", UUID.randomUUID().toString()).is(422).body())
        .contains("氏名を入れてください", "理由をえらんでください", "10文字以上");
    for (int i = 0; i < 4; i++) {
      open(head, UUID.randomUUID(), "青空 ひなた", "R4.6.4").is(422);
    }
    assertThat(open(head, UUID.randomUUID(), "青空 ひなた", "R4.6.3").is(422).body())
        .contains("1日に試せるのは5回までです");
    head.get(page).is(404);
    assertThat(family.town.trace(Action.EMERGENCY))
        .extracting(row -> row.getPurpose())
        .containsOnly("NOT_FOUND", "TOO_MANY");
  }

  @Test
  void aBlockBeatsAnEmergencyAlsoWhileItRuns() {
    Visitor head = head();
    open(head, UUID.randomUUID(), "青空 ひなた", "R4.6.3").is(200);
    head.get(page).is(200);
    head.post(
            page + "/blocks",
            "kind",
            "SELF",
            "id",
            UUID.randomUUID().toString(),
            "SELF.reason",
            "RELATIVE")
        .is(200);
    head.get(page).is(404);
    assertThat(open(head, UUID.randomUUID(), "青空 ひなた", "R4.6.3").is(422).body())
        .contains("その氏名と生年月日の記録は開けません");
  }

  @Test
  void everyOpeningIsReviewedBySomebodyElseAndShownToTheFamily() {
    Visitor head = head();
    UUID id = UUID.randomUUID();
    open(head, id, "青空 ひなた", "R4.6.3").is(200);
    head.get(page).is(200);
    String review = "/emergency/reviews/" + id;
    String[] verdict = {"verdict." + id, "yes", "word." + id, "救急隊に伝えるためだった"};
    head.post(review, verdict).is(404);
    family.program.visitor().signIn(family.counsellor).post(review, verdict).is(404);
    Visitor other = family.program.visitor().signIn(deputy);
    assertThat(other.get("/day").is(200).body()).contains("緊急閲覧の確認");
    String waiting = other.get("/emergency/reviews").is(200).body();
    assertThat(waiting).contains("青空 ひなた", "花園 みつ", NOTE, "児童のページ");
    assertThat(other.post(review, "verdict." + id, "yes").is(422).body())
        .contains("確かめたことを、400文字までで書いてください");
    other.post(review, verdict).is(200);
    assertThat(other.get("/emergency/reviews").body()).contains("確かめる緊急閲覧はありません");
    other.post(review, verdict).is(404);
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    assertThat(mother.get("/portal" + page + "/access").is(200).text())
        .contains("みどり保育園", "けが・発作・急な病気", "必要だった");
    assertThat(head.get("/emergency").body()).contains("必要だった");
  }

  /** What nobody reviews in five working days goes to the hubs. */
  @Test
  void whatIsNotReviewedInTimeGoesToTheHubs() {
    open(head(), UUID.randomUUID(), "青空 ひなた", "R4.6.3").is(200);
    Visitor counsellor = family.program.visitor().signIn(family.counsellor);
    assertThat(counsellor.get("/emergency/reviews").is(200).body()).doesNotContain("花園");
    LocalDate due = LocalDate.of(2026, 11, 27);
    family.program.clock().set(due.plusDays(1));
    assertThat(
            family
                .program
                .visitor()
                .signIn(family.counsellor)
                .get("/emergency/reviews")
                .is(200)
                .body())
        .contains("花園 みつ", "をすぎています");
  }

  /** Where nobody else leads, the hubs review from the beginning. */
  @Test
  void whereNobodyElseLeadsTheHubsReview() {
    var clinic = family.town.organisation(OrganisationKind.HEALTH_CENTRE, "つなぎ保健センター");
    var nurse = family.town.worker(clinic, PostKind.HEALTH_NURSE, "森 かえで");
    open(family.program.visitor().signIn(nurse), UUID.randomUUID(), "青空 ひなた", "R4.6.3").is(200);
    assertThat(
            family
                .program
                .visitor()
                .signIn(family.counsellor)
                .get("/emergency/reviews")
                .is(200)
                .body())
        .contains("森 かえで");
  }

  /**
   * Nor does whoever else leads, where a block keeps her from the child: she does not know of it.
   */
  @Test
  void whereWhoeverElseLeadsIsBarredTheHubsReview() {
    Visitor other = family.program.visitor().signIn(deputy);
    open(other, UUID.randomUUID(), "青空 ひなた", "R4.6.3").is(200);
    other
        .post(
            page + "/blocks",
            "kind",
            "SELF",
            "id",
            UUID.randomUUID().toString(),
            "SELF.reason",
            "RELATIVE")
        .is(200);
    open(head(), UUID.randomUUID(), "青空 ひなた", "R4.6.3").is(200);
    Visitor counsellor = family.program.visitor().signIn(family.counsellor);
    assertThat(counsellor.get("/emergency/reviews").is(200).body()).contains("花園 みつ");
  }

  @Test
  void aTeacherWithoutTheRightOpensNothing() {
    var teacher = family.town.worker(family.nursery, PostKind.NURSERY_TEACHER, "花園 はるか");
    Visitor visitor = family.program.visitor().signIn(teacher);
    visitor.get("/emergency").is(404);
    open(visitor, UUID.randomUUID(), "青空 ひなた", "R4.6.3").is(404);
  }
}
