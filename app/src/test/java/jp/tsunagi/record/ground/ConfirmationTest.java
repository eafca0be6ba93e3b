package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.record.item.NewItem;
import org.junit.jupiter.api.Test;

/** Nobody opens the records of others for himself (A3, ADR 8). */
class ConfirmationTest {
  private static final byte[] SCAN = "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8);
  private static final String STRENGTHS = "PROFILE:profile/strengths";

  private final FamilyTown family = new FamilyTown();
  private final OrganisationId school =
      family.town.organisation(OrganisationKind.ELEMENTARY, "みなみ小学校");
  private final TestTown.Worker coordinator =
      family.town.worker(school, PostKind.COORDINATOR, "川辺 すず");
  private final Visitor receiver = family.program.visitor().signIn(coordinator);
  private final Visitor counsellor = family.program.visitor().signIn(family.counsellor);
  private final String consents = "/children/" + family.child + "/consents";
  private final ItemId told = strengths();

  ConfirmationTest() {
    involved(school);
  }

  private void involved(OrganisationId place) {
    family.town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx,
                family.child,
                place,
                InvolvementKind.ENROLMENT,
                Period.since(tx.today().minusMonths(1))));
  }

  private ItemId strengths() {
    return family.town.call(tx ->
        family
            .program
            .bean(Items.class)
            .add(
                tx,
                new NewItem(
                    family.child,
                    ItemKind.SHEET,
                    Category.PROFILE,
                    new Author.Organisation(family.centre),
                    Optional.of("profile/strengths"),
                    Optional.empty(),
                    1,
                    ItemState.FINAL,
                    true,
                    LocalDate.of(2026, 10, 1),
                    "積み木がすき")));
  }

  /** Somebody of whom only the school says that she decides. */
  private GuardianId invented() {
    GuardianId id = family.guardian(family.child, "空野 まぼろし", Relation.MOTHER, true);
    family.town.run(tx ->
        family
            .program
            .bean(Guardians.class)
            .note(
                tx,
                family.child,
                id,
                Optional.of(Period.since(LocalDate.of(2022, 6, 3))),
                "x",
                school));
    return id;
  }

  private String prepared(Visitor by, String... giving) {
    String id = UUID.randomUUID().toString();
    String[] always = {
      "kind",
      "HANDOVER",
      "consent",
      id,
      "receiver",
      school.toString(),
      "entry",
      "R9.4.1",
      "scope",
      STRENGTHS,
      "until",
      "R15.3.31"
    };
    String[] all = java.util.Arrays.copyOf(always, always.length + giving.length);
    System.arraycopy(giving, 0, all, always.length, giving.length);
    by.post(consents + "/draft", all).is(200);
    by.post(consents + "/" + id + "/request/sending").is(200);
    return consents + "/" + id;
  }

  private Visitor.Reply signed(Visitor by, String consent, GuardianId giver, byte[] scan) {
    return by.upload(
        consent + "/paper",
        "scan",
        scan.length == 0 ? "" : "同意書.pdf",
        scan,
        "giver",
        giver.toString(),
        "on",
        "R8.11.19",
        "place",
        "職員室",
        "scope",
        STRENGTHS);
  }

  private boolean reads(TestTown.Worker who) {
    return family
        .program
        .database()
        .call(
            family.town.actor(who),
            tx -> tx.sql().fetchExists(ITEM, Readable.item(tx).and(ITEM.ITEM_ID.eq(told))));
  }

  @Test
  void whoReceivesShowsThePaper() {
    String consent = prepared(receiver, "giving", "all");
    assertThat(receiver.get(consent + "/paper").is(200).body()).contains("スキャン");
    assertThat(signed(receiver, consent, family.mother, new byte[0]).is(422).body())
        .contains("署名された紙をスキャンしたものが要ります");
    assertThat(reads(coordinator)).isFalse();
    assertThat(signed(receiver, consent, family.mother, SCAN).is(200).path())
        .contains("ground.done.given");
    assertThat(reads(coordinator)).isTrue();
  }

  @Test
  void aGuardianOfWhomOnlyTheReceiverKnowsOpensNothingUntilAHubHasAsked() {
    String consent = prepared(receiver, "giving", "all");
    assertThat(signed(receiver, consent, invented(), SCAN).is(200).path())
        .contains("ground.done.awaiting");
    assertThat(reads(coordinator)).isFalse();
    assertThat(receiver.get(consent).is(200).body())
        .contains("確認待ち")
        .doesNotContain("保護者にたずねて確認した");
    receiver.post(consent + "/confirmation").is(404);
    assertThat(reads(coordinator)).isFalse();
    assertThat(family.town.trace(Action.GIVE_CONSENT))
        .extracting(row -> row.getPurpose())
        .containsExactly("PREPARED", "SENT", "AWAITING");

    assertThat(receiver.get("/day").is(200).body()).doesNotContain("確認を待つ同意");
    assertThat(receiver.get("/consents/confirmations").is(200).body()).contains("確認を待つ同意はありません");
    assertThat(counsellor.get("/day").is(200).body())
        .contains("確認を待つ同意", "/consents/confirmations");
    assertThat(counsellor.get("/consents/confirmations").is(200).body())
        .contains(consent, "みなみ小学校", "令和8年11月19日");
    assertThat(family.town.shownBy(family.town.trace(Action.LIST).getLast()))
        .containsExactly(family.child);
    assertThat(counsellor.get(consents).is(200).body()).contains("確認待ち");
    assertThat(counsellor.get(consent).is(200).body()).contains("保護者にたずねて確認した");
    assertThat(counsellor.post(consent + "/confirmation").is(200).body()).contains("同意を確認しました");
    assertThat(reads(coordinator)).isTrue();
    assertThat(family.town.trace(Action.GIVE_CONSENT).getLast())
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("CONFIRMED"))
        .satisfies(
            row -> assertThat(row.getAssignmentId()).isEqualTo(family.counsellor.assignment()));
    counsellor.post(consent + "/confirmation").is(404);
    assertThat(counsellor.get("/day").body()).doesNotContain("確認を待つ同意");
  }

  /** 同意状況 of the 個人票 says what holds, and what waits does not hold yet. */
  @Test
  void whatWaitsIsNoConsentInTheProfile() {
    family.town.run(tx ->
        family
            .program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    jp.tsunagi.base.database.ConsentId.create(),
                    family.child,
                    ConsentKind.USE,
                    family.mother,
                    ConsentMeans.PAPER,
                    tx.today(),
                    "test",
                    Optional.empty(),
                    java.util.Set.of(family.centre),
                    java.util.Arrays.stream(Category.values()).map(ScopeLine::of).toList(),
                    false,
                    Period.since(tx.today()),
                    Optional.empty())));
    String consent = prepared(receiver, "giving", "all");
    signed(receiver, consent, invented(), SCAN).is(200);
    String profile =
        counsellor
            .post("/children/" + family.child + "/sheets", "form", "profile")
            .is(200)
            .path()
            .replaceAll("/draft/.*", "/draft/supporters");
    assertThat(counsellor.get(profile).is(200).body())
        .contains("支援システム利用の同意（")
        .doesNotContain("引継ぎの同意（");
    counsellor.post(consent + "/confirmation").is(200);
    assertThat(counsellor.get(profile).is(200).body()).contains("引継ぎの同意（");
  }

  @Test
  void aGivingPlaceConfirmsItsOwnButNobodyElses() {
    involved(family.nursery);
    Visitor head = family.program.visitor().signIn(family.head);
    Visitor portal = family.program.visitor().signIn(family.account(invented()));
    String own = prepared(head, "giving", "named", "giver", family.nursery.toString());
    portal.post("/portal" + own, "answer", "agree", "scope", STRENGTHS).is(200);
    assertThat(head.get(own).is(200).body()).contains("確認待ち");
    assertThat(head.get("/day").is(200).body()).contains("確認を待つ同意", "1件");
    String others = prepared(receiver, "giving", "all");
    portal.post("/portal" + others, "answer", "agree", "scope", STRENGTHS).is(200);
    head.post(others + "/confirmation").is(404);
    assertThat(head.post(own + "/confirmation").is(200).body()).contains("同意を確認しました");
    assertThat(head.get(own).is(200).body()).doesNotContain("確認待ち");
    assertThat(reads(coordinator)).as("it named the nursery's records only").isFalse();
  }

  @Test
  void aHubThatRecordsItHasAskedItself() {
    String consent = prepared(counsellor, "giving", "named", "giver", family.centre.toString());
    assertThat(signed(counsellor, consent, invented(), new byte[0]).is(200).path())
        .contains("ground.done.given");
    assertThat(reads(coordinator)).isTrue();
  }

  @Test
  void theSignatureOfAnInventedGuardianInThePortalWaitsToo() {
    String consent = prepared(receiver, "giving", "all");
    Visitor portal = family.program.visitor().signIn(family.account(invented()));
    portal.post("/portal" + consent, "answer", "agree", "scope", STRENGTHS).is(200);
    assertThat(reads(coordinator)).isFalse();
    assertThat(receiver.get(consent).is(200).body()).contains("確認待ち");
  }

  @Test
  void whatWaitsCannotBeHandedOverAndIsTakenBackLikeAnyOther() {
    String consent = prepared(receiver, "giving", "all");
    signed(receiver, consent, invented(), SCAN).is(200);
    counsellor
        .post(
            "/children/" + family.child + "/handovers",
            "consent",
            consent.substring(consent.lastIndexOf('/') + 1),
            "receiver",
            school.toString(),
            "entry",
            "R9.4.1")
        .is(404);
    receiver.upload(consent + "/withdrawal", "scan", "", new byte[0], "on", "R8.11.20").is(200);
    counsellor.post(consent + "/confirmation").is(404);
    assertThat(reads(coordinator)).isFalse();
  }

  @Test
  void theFamilysNoIsRecordedAndOpensNothing() {
    String consent = prepared(counsellor, "giving", "named", "giver", family.centre.toString());
    assertThat(counsellor.get(consent + "/request").is(200).body()).contains("いまは同意しません");
    assertThat(counsellor.post(consent + "/request/removal?declined=true").is(200).body())
        .contains("同意しないという返事を記録しました");
    assertThat(family.town.trace(Action.GIVE_CONSENT).getLast().getPurpose()).isEqualTo("DECLINED");
    receiver.post(consent + "/request/removal").is(404);
    assertThat(reads(coordinator)).isFalse();
  }
}
