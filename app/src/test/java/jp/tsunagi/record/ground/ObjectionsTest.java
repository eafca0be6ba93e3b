package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Relation;
import org.junit.jupiter.api.Test;

/** 共有しない希望: what a family does not want to be shared, in the portal and on paper (A3). */
class ObjectionsTest {
  private static final byte[] SCAN = "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8);

  private final FamilyTown family = new FamilyTown();
  private final String portal = "/portal/children/" + family.child + "/objections";
  private final String desk = "/children/" + family.child + "/objections";
  private final GuardianId second = family.guardian(family.child, "青空 さくら", Relation.OTHER, true);
  private final ItemId wishes = family.part(Category.PROFILE, "profile/wishes");
  private final ItemId daily = family.part(Category.PROFILE, "profile/daily-life");

  ObjectionsTest() {
    family.agrees(
        ConsentKind.USE,
        Period.since(LocalDate.ofInstant(family.program.clock().instant(), ActingClock.JAPAN)),
        ScopeLine.of(Category.PROFILE),
        ScopeLine.of(Category.INVOLVEMENT));
  }

  /** What the other hub reads of the two. */
  private Set<ItemId> read() {
    return family
        .program
        .database()
        .call(
            family.town.actor(family.teacher),
            tx ->
                tx.sql()
                    .select(ITEM.ITEM_ID)
                    .from(ITEM)
                    .where(Readable.item(tx))
                    .and(ITEM.ITEM_ID.in(wishes, daily))
                    .fetchSet(ITEM.ITEM_ID));
  }

  private Visitor guardian(GuardianId who) {
    return family.program.visitor().signIn(family.account(who));
  }

  private static String[] wish(String step, UUID id, String... more) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(
                "id", id.toString(), "step", step, "scope", "PROFILE:profile/wishes"),
            java.util.stream.Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void oneGuardiansNoBeatsTheConsentOfAnotherAndHoldsAtOnce() {
    assertThat(read()).containsExactlyInAnyOrder(wishes, daily);
    Visitor mind = guardian(second);
    assertThat(mind.get(portal).is(200).text()).contains("見せたくないこと", "つなぎ教育センター");
    UUID id = UUID.randomUUID();
    String look = mind.post(portal, wish("look", id, "against", "all")).is(200).text();
    assertThat(look).contains("つなぎ教育センター", "この希望を伝える");
    assertThat(read()).as("looking changes nothing").contains(wishes);
    String[] send = wish("send", id, "against", "all", "note", "学校には言わないでほしい");
    assertThat(mind.post(portal, send).is(200).path()).contains("portal.objection.done");
    assertThat(read()).containsExactly(daily);
    mind.post(portal, send).is(200);
    assertThat(mind.get(portal).body().split("/end\"", -1)).as("sent twice it is one").hasSize(2);
    assertThat(family.town.trace(Action.OBJECT))
        .extracting(row -> row.getPurpose())
        .containsExactly("OBJECTION", "OBJECTION_AGAIN");
  }

  @Test
  void onlyWhoSaidItTakesItBack() {
    Visitor mind = guardian(second);
    UUID id = UUID.randomUUID();
    mind.post(portal, wish("send", id, "against", "all")).is(200);
    String lift = portal + "/" + id + "/end";
    Visitor mother = guardian(family.mother);
    assertThat(mother.get(portal).is(200).text()).contains("もう一人の保護者");
    assertThat(mother.post(lift).is(422).text()).contains("ほかの保護者です");
    assertThat(read()).containsExactly(daily);
    assertThat(mind.post(lift).is(200).path()).contains("lifted");
    assertThat(read()).containsExactlyInAnyOrder(wishes, daily);
    mind.post(lift).is(200);
    assertThat(mind.get(portal).text()).contains("取り下げられました");
  }

  @Test
  void aNamedPlaceAloneIsKeptOut() {
    Visitor mind = guardian(second);
    String named = family.education.toString();
    mind.post(portal, wish("send", UUID.randomUUID(), "against", "named")).is(422);
    assertThat(mind.post(portal, "id", UUID.randomUUID().toString(), "step", "send").is(422).text())
        .contains("見せないことを、一つ以上えらんでください", "見せない相手をえらんでください");
    mind.post(portal, wish("send", UUID.randomUUID(), "against", "named", "place", named)).is(200);
    assertThat(read()).containsExactly(daily);
  }

  /** Who does not decide says nothing here, and nobody sees the page without being a hub. */
  @Test
  void onlyWhoDecidesAndOnlyTheHubs() {
    guardian(family.father).get(portal).is(404);
    guardian(family.father).post(portal, wish("send", UUID.randomUUID(), "against", "all")).is(404);
    family.program.visitor().signIn(family.head).get(desk).is(404);
    assertThat(read()).contains(wishes);
  }

  @Test
  void aSignedPaperIsPutOnFileAtAHub() {
    Visitor counsellor = family.program.visitor().signIn(family.counsellor);
    counsellor.get(desk).is(200);
    UUID id = UUID.randomUUID();
    String[] look = wish("look", id, "against", "all", "on", "", "paper", "");
    assertThat(counsellor.upload(desk, "scan", "", new byte[0], look).is(200).body())
        .contains("見られなくなる人", "つなぎ教育センター");
    String[] bare = wish("send", id, "against", "all", "on", "", "paper", "");
    assertThat(counsellor.upload(desk, "scan", "", new byte[0], bare).is(422).body())
        .contains("value=\"PROFILE:profile/wishes\" checked");
    String[] whole =
        wish(
            "send",
            id,
            "against",
            "all",
            "on",
            "R8.11.19",
            "paper",
            "相談室 書庫3",
            "giver",
            second.toString());
    assertThat(counsellor.upload(desk, "scan", "希望.pdf", SCAN, whole).is(200).path())
        .contains("ground.objection.done");
    assertThat(read()).containsExactly(daily);
    assertThat(counsellor.get("/children/" + family.child + "/consents").is(200).body())
        .contains("共有しない希望が1件あります");
    String lift = desk + "/" + id + "/end";
    String field = "giver." + id;
    byte[] none = new byte[0];
    assertThat(counsellor.upload(lift, "scan", "", none, field, second.toString()).is(422).body())
        .contains("取り下げの紙のスキャンを入れてください");
    String mother = family.mother.toString();
    assertThat(counsellor.upload(lift, "scan", "紙.pdf", SCAN, field, mother).is(422).body())
        .contains("ほかの保護者です");
    counsellor.upload(lift, "scan", "紙.pdf", SCAN, field, second.toString()).is(200);
    assertThat(read()).contains(wishes);
  }
}
