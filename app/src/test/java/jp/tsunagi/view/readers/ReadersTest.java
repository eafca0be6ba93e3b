package jp.tsunagi.view.readers;

import static jp.tsunagi.schema.Tables.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ScopeLine;
import org.junit.jupiter.api.Test;

/** だれが見られるか says what the predicate does (F2). */
class ReadersTest {
  private final FamilyTown family = new FamilyTown();
  private final TestTown.Worker colleague =
      family.town.worker(family.nursery, PostKind.NURSERY_TEACHER, "花園 さき");
  private final String page = "/children/" + family.child + "/readers";
  private final String portal = "/portal/children/" + family.child + "/readers";
  private final LocalDate today =
      LocalDate.ofInstant(family.program.clock().instant(), ActingClock.JAPAN);
  private final ItemId profile = family.part(Category.PROFILE, "form/PROFILE");
  private final ItemId health = family.part(Category.HEALTH, "form/HEALTH");

  ReadersTest() {
    family.town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx, family.child, family.nursery, InvolvementKind.ENROLMENT, Period.since(today)));
    family.agrees(
        ConsentKind.USE,
        Period.since(today),
        ScopeLine.of(Category.PROFILE),
        ScopeLine.of(Category.INVOLVEMENT));
  }

  private Set<ItemId> read(TestTown.Worker who) {
    return family
        .program
        .database()
        .call(
            family.town.actor(who),
            tx ->
                tx.sql()
                    .select(ITEM.ITEM_ID)
                    .from(ITEM)
                    .where(Readable.item(tx))
                    .and(ITEM.ITEM_ID.in(profile, health))
                    .fetchSet(ITEM.ITEM_ID));
  }

  private Visitor as(TestTown.Worker worker) {
    return family.program.visitor().signIn(worker);
  }

  /** What the page says of a place. */
  private static String of(String text, String place) {
    int from = text.indexOf("<h2>" + place);
    assertThat(from).as(place).isPositive();
    int to = text.indexOf("</section>", from);
    return text.substring(from, to).replaceAll("\\s+", " ");
  }

  private static String seen(String place) {
    return place.replaceAll("<dt>見えないもの.*", "");
  }

  @Test
  void itSaysWhoSeesWhatByWhatAndWhatWouldBeNeeded() {
    String text = as(family.counsellor).get(page).is(200).text();
    String education = of(text, "つなぎ教育センター");
    assertThat(read(family.teacher)).containsExactly(profile);
    assertThat(seen(education)).contains("個人票", "支援システム利用の同意").doesNotContain("健診・医療");
    assertThat(education).contains("健診・医療", "この機関を見る機関とする同意があれば見えます");
    String nursery = of(text, "みどり保育園");
    assertThat(read(family.head)).isEmpty();
    assertThat(seen(nursery)).contains("園長（1人）", "自分の機関が書いたもの").doesNotContain("個人票");
    assertThat(nursery).contains("この機関の職務では、同意があっても見られません", "相談の記録").contains("同意がありません");
    assertThat(family.town.trace(Action.VIEW_REASON))
        .extracting(row -> row.getPurpose())
        .containsExactly("READERS");
  }

  @Test
  void aPlaceSeesItselfAndAClassTeacherNothing() {
    assertThat(as(family.head).get(page).is(200).text())
        .contains("<h2>みどり保育園")
        .doesNotContain("<h2>つなぎ教育センター");
    as(colleague).get(page).is(404);
    var stranger =
        family.town.worker(
            family.town.organisation(
                jp.tsunagi.people.organisation.OrganisationKind.NURSERY, "となりの保育園"),
            PostKind.NURSERY_HEAD,
            "花園 みき");
    as(stranger).get(page).is(404);
  }

  /** What no consent tells a hub, this page does not either. */
  @Test
  void aHubIsToldOfNoPlaceThatItDoesNotKnow() {
    var other = family.child("若葉", "わかば", "みのる", LocalDate.of(2022, 6, 3), family.centre);
    family.town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(tx, other, family.nursery, InvolvementKind.ENROLMENT, Period.since(today)));
    assertThat(as(family.counsellor).get("/children/" + other + "/readers").is(200).text())
        .contains("つなぎ児童発達支援センター")
        .doesNotContain("みどり保育園");
  }

  @Test
  void theFamilyIsToldAsFarAsItDecides() {
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    assertThat(mother.get("/portal").is(200).body()).contains(portal);
    assertThat(mother.get(portal).is(200).text()).contains("つなぎ教育センター", "みどり保育園", "支援システム利用の同意");
    family.program.visitor().signIn(family.account(family.father)).get(portal).is(404);
    UUID id = UUID.randomUUID();
    mother
        .post(
            "/portal/children/" + family.child + "/objections",
            "id",
            id.toString(),
            "step",
            "send",
            "scope",
            "PROFILE",
            "against",
            "all")
        .is(200);
    assertThat(read(family.teacher)).isEmpty();
    assertThat(seen(of(mother.get(portal).is(200).text(), "つなぎ教育センター"))).doesNotContain("個人票");
  }

  @Test
  void aBlockedPlaceIsSaidToBeKeptAway() {
    as(family.counsellor)
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
    assertThat(of(as(family.counsellor).get(page).is(200).text(), "みどり保育園"))
        .contains("閲覧の制限で、この児童を見られません");
  }
}
