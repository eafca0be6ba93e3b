package jp.tsunagi.record.law;

import static jp.tsunagi.schema.Tables.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** 法令による共有, from the asking to its end (F2). */
class LawTest {
  private final FamilyTown family = new FamilyTown();
  private final OrganisationId office =
      family.town.organisation(OrganisationKind.CITY_OFFICE, "つなぎ市 こども家庭課");
  private final TestTown.Worker official =
      family.town.worker(office, PostKind.PLACE_WORKER, "河原 しん");
  private final TestTown.Worker second =
      family.town.worker(family.centre, PostKind.CENTRE_HEAD, "白石 たかし");
  private final String laws = "/children/" + family.child + "/laws";
  private final ItemId profile = family.part(Category.PROFILE, "form/PROFILE");
  private final ItemId health = family.part(Category.HEALTH, "form/HEALTH");

  private Set<ItemId> read() {
    return family
        .program
        .database()
        .call(
            family.town.actor(official),
            tx ->
                tx.sql()
                    .select(ITEM.ITEM_ID)
                    .from(ITEM)
                    .where(Readable.item(tx))
                    .fetchSet(ITEM.ITEM_ID));
  }

  private Visitor as(TestTown.Worker worker) {
    return family.program.visitor().signIn(worker);
  }

  private String[] asked(UUID id, String... more) {
    return Stream.concat(
            Stream.of(
                "id", id.toString(),
                "law", "COUNCIL",
                "receiver", office.toString(),
                "scope", "PROFILE",
                "note", "個別ケース検討会議で、生活のようすを知るため",
                "last", "R9.3.31"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void nothingOpensBeforeASecondPersonHasApproved() {
    Visitor counsellor = as(family.counsellor);
    assertThat(counsellor.get("/children/" + family.child + "/consents").body()).contains(laws);
    assertThat(counsellor.get(laws).is(200).body()).contains("法令による共有はありません");
    assertThat(counsellor.post(laws, "id", UUID.randomUUID().toString()).is(422).body())
        .contains("見えるものを、一つ以上えらんでください", "必要な理由を、10文字以上で");
    UUID id = UUID.randomUUID();
    assertThat(counsellor.post(laws, asked(id, "family", "no")).is(422).body())
        .contains("見せない理由を書いてください");
    counsellor.post(laws, asked(id, "family", "yes")).is(200);
    counsellor.post(laws, asked(id, "family", "yes")).is(200);
    assertThat(counsellor.get(laws).body()).containsOnlyOnce("もう一人の確認を待っています");
    String[] verdict = {"verdict." + id, "yes", "word." + id, "会議の通知を見た"};
    counsellor.post("/laws/" + id, verdict).is(404);
    as(family.head).post("/laws/" + id, verdict).is(404);
    Visitor official = as(this.official);
    official.post("/laws/" + id, verdict).is(404);
    official.get("/children/" + family.child).is(404);
    assertThat(read()).isEmpty();

    Visitor head = as(second);
    assertThat(head.get("/day").is(200).body()).contains("法令による共有の確認");
    assertThat(head.get("/laws").is(200).body()).contains("青空 ひなた", "こども家庭課");
    assertThat(head.post("/laws/" + id, "verdict." + id, "yes").is(422).body())
        .contains("確かめたことを、400文字までで");
    head.post("/laws/" + id, verdict).is(200);
    head.post("/laws/" + id, verdict).is(404);
    assertThat(read()).containsExactly(profile);
    assertThat(official.get("/laws").is(200).body()).contains("/children/" + family.child);
    assertThat(official.get("/children/" + family.child).is(200).body()).contains("青空");
    assertThat(official.get("/children/" + family.child + "/reason").is(200).body())
        .contains("法令による根拠で見えています");
    assertThat(family.town.trace(Action.LEGAL_GROUND))
        .extracting(row -> row.getPurpose())
        .containsExactly("ASKED", "AGAIN", "APPROVED");
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    assertThat(mother.get("/portal/children/" + family.child + "/access").is(200).text())
        .contains("こども家庭課", "児童福祉法 第25条の2・3");
  }

  private UUID approved(String... more) {
    UUID id = UUID.randomUUID();
    as(family.counsellor).post(laws, asked(id, more)).is(200);
    as(second).post("/laws/" + id, "verdict." + id, "yes", "word." + id, "確かめた").is(200);
    return id;
  }

  @Test
  void itEndsAtOnceAndByItself() {
    UUID id = approved("family", "no", "family.note", "児童の安全のため");
    assertThat(read()).containsExactly(profile);
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    assertThat(mother.get("/portal/children/" + family.child + "/access").is(200).text())
        .as("not for the family to see")
        .doesNotContain("こども家庭課");
    Visitor official = as(this.official);
    String end = laws + "/" + id + "/end";
    assertThat(official.post(end).is(422).body()).contains("終える理由を、400文字までで");
    official.post(end, "why." + id, "会議が終わった").is(200);
    assertThat(read()).isEmpty();
    official.get("/children/" + family.child).is(404);
    approved("family", "yes");
    assertThat(read()).containsExactly(profile);
    family.program.clock().set(LocalDate.of(2027, 3, 31));
    assertThat(read()).containsExactly(profile);
    family.program.clock().set(LocalDate.of(2027, 4, 1));
    assertThat(read()).isEmpty();
  }

  @Test
  void aRefusalOpensNothing() {
    UUID id = UUID.randomUUID();
    as(family.counsellor).post(laws, asked(id, "family", "yes")).is(200);
    as(family.teacher).post("/laws/" + id, "verdict." + id, "no", "word." + id, "同意で足りる").is(200);
    assertThat(read()).isEmpty();
    assertThat(as(family.counsellor).get(laws).body()).contains("認められませんでした", "同意で足りる");
  }

  /** A block beats the law too, and what the law does not name stays closed. */
  @Test
  void aBlockBeatsIt() {
    approved("family", "yes");
    assertThat(read()).doesNotContain(health);
    as(official)
        .post(
            "/children/" + family.child + "/blocks",
            "kind",
            "SELF",
            "id",
            UUID.randomUUID().toString(),
            "SELF.reason",
            "RELATIVE")
        .is(200);
    assertThat(read()).isEmpty();
  }

  private String told(Visitor mother) {
    return mother.get("/portal/children/" + family.child + "/access").is(200).text();
  }

  private static int times(String text) {
    return text.split("こども家庭課", -1).length - 1;
  }

  @Test
  void aReadingUnderAGroundThatTheFamilyMayNotSeeIsLeftOutOfItsHistory() {
    approved("family", "no", "family.note", "児童の安全のため");
    as(official).get("/children/" + family.child).is(200);
    assertThat(family.town.trace(Action.VIEW_CHILD))
        .anyMatch(row -> office.equals(row.getOrganisationId()));
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    assertThat(times(told(mother))).isZero();
  }

  @Test
  void aReadingUnderAGroundThatTheFamilySeesIsTold() {
    approved("family", "yes");
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    int ground = times(told(mother));
    as(official).get("/children/" + family.child).is(200);
    assertThat(times(told(mother))).isGreaterThan(ground);
  }

  /** Who the guardians are belongs to FAMILY, and inviting them to whoever deals with the child. */
  @Test
  void aHubThatSeesTheChildByTheLawAloneIsNotToldWhoTheGuardiansAre() {
    String letter = "/children/" + family.child + "/guardians/" + family.mother + "/invitation";
    assertThat(as(family.counsellor).get(letter).is(200).text()).contains("青空 みなみ");
    for (String scope : new String[] {"PROFILE", "FAMILY"}) {
      UUID id = UUID.randomUUID();
      String[] wish = asked(id, "family", "yes");
      wish[5] = family.education.toString();
      wish[7] = scope;
      as(family.counsellor).post(laws, wish).is(200);
      as(second).post("/laws/" + id, "verdict." + id, "yes", "word." + id, "確かめた").is(200);
      Visitor hub = as(family.teacher);
      hub.get("/children/" + family.child).is(200);
      hub.get(letter).is(404);
      hub.post(letter).is(404);
    }
    assertThat(family.town.trace(Action.INVITE_GUARDIAN)).isEmpty();
  }
}
