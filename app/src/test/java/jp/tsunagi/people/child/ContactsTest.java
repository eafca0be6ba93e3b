package jp.tsunagi.people.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** The card of whom to call is the own record of whoever heard it (ACCESS: branch 1, ADR 7). */
class ContactsTest {
  private static final String[] MOTHER = {
    "guardian.name", "青空 みなみ", "guardian.relation", "MOTHER", "guardian.phone", "０８０ー０００0-1234",
    "guardian.order", "1", "guardian.note", "平日16時30分から", "confirmed", "R8.4.8"
  };

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final OrganisationId centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
  private final OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "みどり台小学校");
  private final TestTown.Worker counsellor = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
  private final TestTown.Worker coordinator = town.worker(school, PostKind.COORDINATOR, "緑川 まこと");
  private final TestTown.Worker principal = town.worker(school, PostKind.PRINCIPAL, "白石 なぎさ");
  private final ChildId child =
      new TestChildren(program, town)
          .add(
              centre,
              InvolvementKind.CONSULTATION,
              "青空",
              "あおぞら",
              "ひなた",
              "ひなた",
              LocalDate.of(2018, 6, 3));

  private Visitor as(TestTown.Worker worker) {
    return program.visitor().signIn(worker);
  }

  private String url() {
    return "/children/" + child + "/contacts";
  }

  private void enrolled(OrganisationId at, Period period) {
    town.run(tx ->
        program.bean(Involvements.class).open(tx, child, at, InvolvementKind.ENROLMENT, period));
  }

  @Test
  void theSchoolWritesDownWhomToCallAndNobodyElseSeesIt() {
    enrolled(school, Period.since(LocalDate.of(2026, 4, 1)));
    assertThat(as(coordinator).post(url(), MOTHER).is(200).body())
        .contains("青空 みなみ", "080-0000-1234", "平日16時30分から", "令和8年4月8日");
    assertThat(as(principal).get("/children/" + child).is(200).body())
        .contains("tel:08000001234", "みどり台小学校が家庭に確かめました");
    for (String page : java.util.List.of("/children/" + child, url())) {
      assertThat(as(counsellor).get(page).is(200).body()).doesNotContain("080-0000-1234", "青空 みなみ");
    }
    assertThat(town.trace(Action.CHANGE_CHILD))
        .singleElement()
        .satisfies(row -> assertThat(row.getChildId()).isEqualTo(child))
        .satisfies(row -> assertThat(row.getGround()).isEqualTo("OWN"))
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("CONTACTS"))
        .satisfies(row -> assertThat(row.getAssignmentId()).isEqualTo(coordinator.assignment()));
  }

  @Test
  void whatCannotBeKeptIsRefusedAndStaysInTheForm() {
    enrolled(school, Period.since(LocalDate.of(2026, 4, 1)));
    String page =
        as(coordinator)
            .post(
                url(),
                "guardian.name",
                "青空 みなみ",
                "guardian.phone",
                "れんらくちょう",
                "guardian.order",
                "0",
                "confirmed",
                "R19.4.1")
            .is(422)
            .body();
    assertThat(page).contains("value=\"青空 みなみ\"", "value=\"れんらくちょう\"", "電話番号は");
    assertThat(town.trace(Action.CHANGE_CHILD)).isEmpty();
    assertThat(as(coordinator).get(url()).body()).contains("この機関が聞いた連絡先は、まだありません");
  }

  @Test
  void aContactIsConfirmedAgainAndTakenAway() {
    enrolled(school, Period.since(LocalDate.of(2026, 4, 1)));
    Visitor visitor = as(coordinator);
    String one = link(visitor.post(url(), MOTHER).is(200).body());
    String[] moved = MOTHER.clone();
    moved[5] = "080-0000-9999";
    String page = visitor.post(one, moved).is(200).body();
    assertThat(page).contains("080-0000-9999").doesNotContain("080-0000-1234");
    visitor.get(one).is(404);
    assertThat(visitor.post(link(page) + "/removal").is(200).body())
        .contains("連絡先をけしました")
        .doesNotContain("080-0000-9999");
    assertThat(town.trace(Action.CHANGE_CHILD)).hasSize(3);
  }

  private String link(String page) {
    var found = Pattern.compile("href=\"(" + url() + "/[0-9a-f-]+)\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void whoMayNotWriteReadsAndWhoDoesNotReachFindsNothing() {
    enrolled(school, Period.since(LocalDate.of(2026, 4, 1)));
    String one = link(as(coordinator).post(url(), MOTHER).is(200).body());
    assertThat(as(principal).get(url()).is(200).body())
        .contains("080-0000-1234")
        .doesNotContain("<form class=\"sheet\"");
    as(counsellor).post(one, MOTHER).is(404);
    as(counsellor).post(one + "/removal").is(404);
    OrganisationId other = town.organisation(OrganisationKind.ELEMENTARY, "中央小学校");
    Visitor stranger = as(town.worker(other, PostKind.COORDINATOR, "浅瀬 りつ"));
    assertThat(stranger.get(url()).is(404).body())
        .isEqualTo(stranger.get("/children/" + ChildId.create() + "/contacts").is(404).body());
    stranger.post(url(), MOTHER).is(404);
    assertThat(town.trace(Action.CHANGE_CHILD)).hasSize(1);
  }

  @Test
  void afterTheEndItIsReadAndNotWritten() {
    enrolled(school, new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 4, 1)));
    town.run(tx ->
        program
            .bean(Contacts.class)
            .add(
                tx,
                child,
                school,
                new Contacts.Contact(
                    "青空 みなみ",
                    Relation.MOTHER,
                    "080-0000-1234",
                    1,
                    Optional.empty(),
                    Optional.empty(),
                    LocalDate.of(2025, 4, 8))));
    Visitor visitor = as(coordinator);
    String page = visitor.get(url()).is(200).body();
    assertThat(page).contains("080-0000-1234").doesNotContain("<form class=\"sheet\"");
    visitor.post(url(), MOTHER).is(404);
  }

  @Test
  void aPlaceThatOnlyReadsWritesNothingDown() {
    OrganisationId reading =
        town.organisation(OrganisationKind.JUNIOR_HIGH, "みどり台中学校", Connection.READ);
    enrolled(reading, Period.since(LocalDate.of(2026, 4, 1)));
    Visitor visitor = as(town.worker(reading, PostKind.COORDINATOR, "浅瀬 りつ"));
    visitor.get(url()).is(200);
    visitor.post(url(), MOTHER).is(404);
    assertThat(town.trace(Action.CHANGE_CHILD)).isEmpty();
  }

  @Test
  void anEnrolmentAloneOpensNothingThatAnotherPlaceWrote() {
    enrolled(school, Period.since(LocalDate.of(2026, 4, 1)));
    as(coordinator).get("/children/" + child + "/guardians").is(404);
    as(coordinator).get("/children/" + child + "/address").is(404);
    assertThat(as(coordinator).get("/children/" + child + "/identity").is(200).body())
        .contains(url())
        .doesNotContain("/children/" + child + "/guardians", "/children/" + child + "/address");
  }
}
