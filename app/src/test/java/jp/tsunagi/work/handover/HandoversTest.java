package jp.tsunagi.work.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import org.junit.jupiter.api.Test;

/** A handover is offered, seen by its receiver, taken back or received (A6, A7, ADR 5). */
class HandoversTest {
  private static final Pattern RECEIPT = Pattern.compile("/handovers/[0-9a-f-]+/receipt");
  private static final Pattern RECALL =
      Pattern.compile("/children/[0-9a-f-]+/handovers/[0-9a-f-]+/recall");

  private final FamilyTown family = new FamilyTown();
  private final String url = "/children/" + family.child + "/handovers";
  private final Visitor counsellor = family.program.visitor().signIn(family.counsellor);
  private final Visitor head = family.program.visitor().signIn(family.head);

  private ConsentId agreed(OrganisationId receiver) {
    ConsentId id = ConsentId.create();
    LocalDate given = LocalDate.of(2026, 11, 10);
    family.town.run(tx ->
        family
            .program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    id,
                    family.child,
                    ConsentKind.HANDOVER,
                    family.mother,
                    ConsentMeans.PAPER,
                    given,
                    "園への引継ぎ",
                    Optional.of(Set.of(family.centre)),
                    Set.of(receiver),
                    List.of(ScopeLine.of(Category.SUPPORT), ScopeLine.of(Category.INVOLVEMENT)),
                    false,
                    Period.since(given),
                    Optional.of("書庫"))));
    return id;
  }

  private Visitor.Reply offer(ConsentId consent, OrganisationId receiver, String entry) {
    return counsellor.post(
        url, "consent", consent.toString(), "receiver", receiver.toString(), "entry", entry);
  }

  private static String found(Pattern pattern, Visitor.Reply page) {
    var match = pattern.matcher(page.is(200).body());
    assertThat(match.find()).as(page.body()).isTrue();
    return match.group();
  }

  @Test
  void withoutAConsentThereIsNothingToSend() {
    assertThat(counsellor.get(url).is(200).body()).contains("青空 ひなた", "送れる引継ぎはありません", "/consents");
    offer(ConsentId.create(), family.nursery, "R9.4.1").is(404);
    assertThat(head.get("/handovers").is(200).body()).contains("受け取りを待っている引継ぎはありません");
    head.get(url).is(404);
  }

  @Test
  void theReceiverSeesWhoComesAndTheReceiptOpensWhatTheConsentCovers() {
    ConsentId consent = agreed(family.nursery);
    assertThat(counsellor.get(url).is(200).body()).contains("みどり保育園へ", "令和8年11月10日");
    assertThat(offer(consent, family.nursery, "いつか").is(422).body()).contains("入園・入学の日「いつか」が読めません");
    assertThat(offer(consent, family.nursery, "R9.4.1").is(200).body())
        .contains("引継ぎを送りました", "みどり保育園", "令和9年4月1日", "受け取り待ち");
    var waiting = head.get("/handovers").is(200);
    assertThat(waiting.body())
        .contains("ひなた", "令和4年6月3日", "令和9年4月1日", "未確認", "つなぎ児童発達支援センター", "支援内容")
        .doesNotContain("/children/" + family.child);
    head.get("/children/" + family.child).is(404);
    String receipt = found(RECEIPT, waiting);
    assertThat(head.get(receipt).is(200).body())
        .contains("受け取りの確認", "ひなた", "つなぎ児童発達支援センター", "支援内容", "令和23年3月31日")
        .doesNotContain("/children/" + family.child);
    counsellor.get(receipt).is(404);
    head.get("/children/" + family.child).is(404);
    var page = head.post(receipt).is(200);
    head.post(receipt).is(200);
    head.get(receipt).is(404);
    assertThat(page.path()).startsWith("/children/" + family.child);
    assertThat(page.body()).contains("受け取りを確認しました", "相談");
    assertThat(head.get("/handovers").body()).contains("受け取り済", "花園 みつ");
    assertThat(counsellor.get(url).body()).contains("受け取り済", "花園 みつ").doesNotContain("送るのを取りやめる");
    assertThat(family.town.trace(Action.OFFER_HANDOVER))
        .singleElement()
        .satisfies(row -> assertThat(row.getGround()).isEqualTo("HANDOVER"));
    assertThat(family.town.trace(Action.RECEIVE_HANDOVER))
        .hasSize(2)
        .first()
        .satisfies(row -> assertThat(row.getChildId()).isEqualTo(family.child))
        .satisfies(row -> assertThat(row.getAssignmentId()).isEqualTo(family.head.assignment()));
  }

  @Test
  void whoEntersPreparesAndWhoIsThereAlreadyDoesNot() {
    offer(agreed(family.nursery), family.nursery, "R9.4.1").is(200);
    head.post(found(RECEIPT, head.get("/handovers"))).is(200);
    assertThat(kindsAtTheNursery())
        .containsExactlyInAnyOrder(InvolvementKind.PREPARING, InvolvementKind.ENROLMENT);
    family.town.run(tx -> {
      Involvements involvements = family.program.bean(Involvements.class);
      involvements.of(tx, family.child).stream()
          .filter(one -> one.organisation().equals(family.nursery))
          .forEach(one -> involvements.remove(tx, one));
      involvements.open(
          tx,
          family.child,
          family.nursery,
          InvolvementKind.ENROLMENT,
          Period.since(tx.today().minusMonths(1)));
    });
    offer(agreed(family.nursery), family.nursery, "R9.4.1").is(200);
    head.post(found(RECEIPT, head.get("/handovers"))).is(200);
    assertThat(kindsAtTheNursery()).containsExactly(InvolvementKind.ENROLMENT);
  }

  private List<InvolvementKind> kindsAtTheNursery() {
    List<InvolvementKind> kinds = new ArrayList<>();
    family.town.run(tx ->
        family.program.bean(Involvements.class).of(tx, family.child).stream()
            .filter(one -> one.organisation().equals(family.nursery))
            .forEach(one -> kinds.add(one.kind())));
    return kinds;
  }

  @Test
  void whatNobodyHasReceivedIsTakenBack() {
    ConsentId consent = agreed(family.nursery);
    String recall = found(RECALL, offer(consent, family.nursery, "R9.4.1"));
    head.post(recall).is(404);
    assertThat(counsellor.post(recall).is(200).body())
        .contains("引継ぎを取りやめました", "みどり保育園へ")
        .doesNotContain("受け取り待ち");
    assertThat(head.get("/handovers").body()).contains("受け取りを待っている引継ぎはありません");
    counsellor.post(recall).is(404);
    assertThat(family.town.trace(Action.OFFER_HANDOVER))
        .extracting(row -> row.getPurpose())
        .containsExactly(null, "RECALLED");
    offer(consent, family.nursery, "R9.4.1").is(200);
  }

  @Test
  void aThirdPlaceNeitherSeesNorTakesBackWhatPassesBetweenTwoOthers() {
    String recall = found(RECALL, offer(agreed(family.nursery), family.nursery, "R9.4.1"));
    OrganisationId other = family.town.organisation(OrganisationKind.EDUCATION_CENTRE, "教育センター");
    family.town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx,
                family.child,
                other,
                InvolvementKind.CONSULTATION,
                Period.since(tx.today().minusMonths(1))));
    Visitor third =
        family.program.visitor().signIn(family.town.worker(other, PostKind.HUB_TEACHER, "小峰 あさひ"));
    assertThat(third.get(url).is(200).body()).doesNotContain("受け取り待ち", "取りやめる");
    third.post(recall).is(404);
    String receipt = found(RECEIPT, head.get("/handovers"));
    head.post(receipt).is(200);
    assertThat(third.get(url).is(200).body()).doesNotContain("受け取り済", "花園 みつ");
    third.post(recall).is(404);
    assertThat(head.get(url).is(200).body()).contains("受け取り済").doesNotContain("取りやめる");
    assertThat(counsellor.get(url).body()).contains("受け取り済", "花園 みつ");
  }

  @Test
  void aPlaceOnPaperIsLedToItsSheetInsteadOfAButtonThatRefuses() {
    OrganisationId paper =
        family.town.organisation(OrganisationKind.DAY_SERVICE, "そらいろ", Connection.PAPER);
    agreed(paper);
    assertThat(counsellor.get(url).is(200).body())
        .contains("そらいろは、まだ紙で連携しています", "/children/" + family.child + "/support-sheet")
        .doesNotContain("value=\"" + paper);
  }

  @Test
  void whatWasReceivedMeanwhileIsNotTakenBack() {
    ConsentId consent = agreed(family.nursery);
    String recall = found(RECALL, offer(consent, family.nursery, "R9.4.1"));
    head.post(found(RECEIPT, head.get("/handovers"))).is(200);
    assertThat(counsellor.post(recall).is(422).body()).contains("相手がもう受け取っています");
    assertThat(head.get("/children/" + family.child).is(200).body()).contains("ひなた");
  }

  @Test
  void aReceiptThatCannotBeConfirmedAnyMoreIsNobodysTask() {
    family.town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx,
                family.child,
                family.nursery,
                InvolvementKind.ENROLMENT,
                Period.since(tx.today().minusMonths(1))));
    ConsentId consent = agreed(family.nursery);
    offer(consent, family.nursery, "R9.4.1").is(200);
    String page = "/children/" + family.child;
    assertThat(head.get(page).is(200).body()).contains("引継ぎの受領を確認する");
    assertThat(head.get("/day").is(200).body()).contains("未受領");
    withdraw(consent);
    assertThat(head.get(page).is(200).body()).doesNotContain("引継ぎの受領を確認する");
    assertThat(head.get("/day").is(200).body()).doesNotContain("未受領");
  }

  @Test
  void aFormerPupilIsNoLongerInTheListOfWhatWasReceived() {
    offer(agreed(family.nursery), family.nursery, "R9.4.1").is(200);
    head.post(found(RECEIPT, head.get("/handovers"))).is(200);
    assertThat(head.get("/handovers").is(200).body()).contains("/children/" + family.child);
    family.town.run(tx -> {
      Involvements involvements = family.program.bean(Involvements.class);
      involvements.of(tx, family.child).stream()
          .filter(one -> one.organisation().equals(family.nursery))
          .forEach(one -> involvements.remove(tx, one));
    });
    assertThat(head.get("/handovers").is(200).body()).doesNotContain("ひなた", "令和4年6月3日");
    assertThat(family.town.shownBy(family.town.trace(Action.LIST).getLast())).isEmpty();
  }

  @Test
  void whatTheGuardianAgreedToIsSentFromTheChildsPageAndFromTheConsent() {
    ConsentId consent = agreed(family.nursery);
    assertThat(counsellor.get("/children/" + family.child).is(200).body())
        .contains("href=\"" + url + "\"", "引継ぎを送る");
    assertThat(counsellor.get("/children/" + family.child + "/consents/" + consent).body())
        .contains("href=\"" + url + "\"", "引継ぎを送る");
    head.get(url).is(404);
    assertThat(family.town.trace(Action.VIEW_CHILD)).hasSize(2);
  }

  @Test
  void whoWorksOnPaperGetsASheetInstead() {
    OrganisationId paper =
        family.town.organisation(OrganisationKind.NURSERY, "かもめ園", Connection.PAPER);
    ConsentId consent = agreed(paper);
    assertThat(offer(consent, paper, "R9.4.1").is(422).body())
        .contains("まだ紙で連携しています", "/support-sheet");
    assertThat(counsellor.get(url).body()).doesNotContain("受け取り待ち");
  }

  @Test
  void aWithdrawalTakesTheOfferWithIt() {
    ConsentId consent = agreed(family.nursery);
    offer(consent, family.nursery, "R9.4.1").is(200);
    withdraw(consent);
    assertThat(head.get("/handovers").is(200).body()).contains("受け取りを待っている引継ぎはありません");
  }

  private void withdraw(ConsentId consent) {
    family
        .program
        .database()
        .run(
            family.town.actor(family.counsellor),
            tx ->
                family
                    .program
                    .bean(Consents.class)
                    .withdraw(
                        tx, family.child, consent, ConsentMeans.PAPER, LocalDate.of(2026, 11, 20)));
  }

  /** Nothing is reached before the receipt; the block keeps what is addressed away all the same. */
  @Test
  void aBlockKeepsAWaitingReceiptAway() {
    offer(agreed(family.nursery), family.nursery, "R9.4.1").is(200);
    String receipt = found(RECEIPT, head.get("/handovers"));
    counsellor
        .post(
            "/children/" + family.child + "/blocks",
            "kind",
            "ORGANISATION",
            "id",
            UUID.randomUUID().toString(),
            "ORGANISATION.whom",
            family.nursery.toString(),
            "ORGANISATION.reason",
            "PARTY")
        .is(200);
    assertThat(head.get("/handovers").is(200).body())
        .contains("受け取りを待っている引継ぎはありません")
        .doesNotContain("ひなた");
    head.get(receipt).is(404);
    head.post(receipt).is(404);
    assertThat(family.town.trace(Action.RECEIVE_HANDOVER)).isEmpty();
  }
}
