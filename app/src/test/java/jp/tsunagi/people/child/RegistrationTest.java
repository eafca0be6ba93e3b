package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.TENANT_SETTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final TestChildren children = new TestChildren(program, town);
  private OrganisationId centre;
  private OrganisationId nursery;
  private ClassId class4;
  private TestTown.Worker counsellor;
  private Visitor hub;
  private Visitor head;

  @BeforeEach
  void town() {
    centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ発達支援センター");
    nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    class4 = town.schoolClass(nursery, 2026, "ほし組");
    counsellor = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
    hub = program.visitor().signIn(counsellor);
    head = program.visitor().signIn(town.worker(nursery, PostKind.NURSERY_HEAD, "陽田 まひる"));
  }

  private static String[] form(Map<String, String> changes) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("id", ChildId.create().toString());
    form.put("FAMILY", "青空");
    form.put("FAMILY.kana", "あおぞら");
    form.put("GIVEN", "ひなた");
    form.put("GIVEN.kana", "ひなた");
    form.put("birth", "R4.6.3");
    form.put("sex", "FEMALE");
    form.put("reason", "GUARDIAN_WISH");
    form.put("since", "R8.4.1");
    form.put("address", "つなぎ市みどり台1-2-3");
    form.put("postal", "３５０－０００１");
    form.put("guardian.name", "青空 みなみ");
    form.put("guardian.kana", "あおぞら みなみ");
    form.put("guardian.relation", "MOTHER");
    form.put("guardian.phone", "080-0000-1234");
    form.put("guardian.decides", "guardian.decides");
    form.putAll(changes);
    List<String> pairs = new ArrayList<>();
    form.forEach((name, value) -> pairs.addAll(List.of(name, value)));
    return pairs.toArray(String[]::new);
  }

  private long count() {
    return town.call(tx -> (long) tx.sql().fetchCount(CHILD, CHILD.TENANT_ID.eq(town.tenant())));
  }

  @Test
  void aHubTakesAChildInAsItsOwnWithAConsultation() {
    ChildId id = ChildId.create();
    hub.post("/children", form(Map.of("id", id.toString(), "reason", "HUB_USER")));
    var child = town.call(tx -> program.bean(Identities.class).get(tx, id));
    assertThat(child.standing()).isEqualTo(Standing.OWN);
    assertThat(child.owner()).contains(centre);
    assertThat(child.birthDate()).isEqualTo(LocalDate.of(2022, 6, 3));
    assertThat(kinds(id)).containsExactly("CONSULTATION");
    assertThat(town.trace(Action.REGISTER_CHILD))
        .singleElement()
        .satisfies(row -> assertThat(row.getChildId()).isEqualTo(id))
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(counsellor.staff().value()));
    assertThat(hub.post("/children/search", "q", "1234").body()).contains(id.toString());
    assertThat(head.post("/children/search", "q", "あおぞら").body()).doesNotContain(id.toString());
  }

  @Test
  void anIdOfAChildThatIsNotOnesOwnRegistrationIsNotFoundAndLeavesNoRow() {
    ChildId theirs =
        children.add(
            nursery, InvolvementKind.ENROLMENT, "海原", "うなばら", "みお", "みお", LocalDate.of(2021, 4, 2));
    String[] again = form(Map.of("id", theirs.toString(), "reason", "HUB_USER"));
    hub.post("/children", again).is(404);
    head.post("/children", form(Map.of("id", theirs.toString()))).is(404);
    assertThat(town.trace(Action.REGISTER_CHILD)).isEmpty();
    ChildId own = ChildId.create();
    String[] form = form(Map.of("id", own.toString(), "reason", "HUB_USER"));
    hub.post("/children", form).is(200);
    assertThat(hub.post("/children", form).is(200).path()).startsWith("/children/" + own);
  }

  @Test
  void namesNotesAndAddressesHaveALength() {
    String page =
        hub.post("/children", form(Map.of("reason", "HUB_USER", "address", "町".repeat(201))))
            .is(422)
            .body();
    assertThat(page).contains("200文字まで");
    assertThat(town.trace(Action.REGISTER_CHILD)).isEmpty();
  }

  @Test
  void aLanguageThatIsNotOfferedIsRefusedAtItsField() {
    long before = count();
    String page =
        hub.post("/children", form(Map.of("reason", "HUB_USER", "language", "typed by hand")))
            .is(422)
            .body();
    assertThat(page).contains("どれかを選んでください");
    assertThat(count()).isEqualTo(before);
    assertThat(town.trace(Action.REGISTER_CHILD)).isEmpty();
  }

  private List<String> kinds(ChildId child) {
    return town.call(tx ->
        tx.sql()
            .select(INVOLVEMENT.KIND)
            .from(INVOLVEMENT)
            .where(INVOLVEMENT.TENANT_ID.eq(town.tenant()))
            .and(INVOLVEMENT.CHILD_ID.eq(child))
            .orderBy(INVOLVEMENT.VALID_FROM)
            .fetch(INVOLVEMENT.KIND));
  }

  @Test
  void aNurseryEnrolsWithClassAndIsReachedAtOnce() {
    var teacher =
        program
            .visitor()
            .signIn(
                town.worker(
                    nursery, PostKind.NURSERY_TEACHER, "浅瀬 りつ", java.util.Optional.of(class4)));
    ChildId id = ChildId.create();
    head.post(
        "/children", form(Map.of("id", id.toString(), "class", class4.toString(), "number", "7")));
    assertThat(kinds(id)).containsExactly("ENROLMENT");
    assertThat(teacher.post("/children/search", "q", "あおぞら").body()).contains(id.toString(), "ほし組");
  }

  @Test
  void anEntryKnownInAdvanceIsPreparedUntilThen() {
    ChildId id = ChildId.create();
    head.post("/children", form(Map.of("id", id.toString(), "since", "R9.4.1")));
    assertThat(kinds(id)).containsExactly("PREPARING", "ENROLMENT");
    assertThat(head.post("/children/search", "q", "あおぞら").body()).contains(id.toString());
  }

  @Test
  void everythingWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
    String page =
        hub.post(
                "/children",
                form(
                    Map.of(
                        "GIVEN.kana", "hinata",
                        "birth", "040603",
                        "reason", "",
                        "guardian.phone", "いいえ")))
            .is(422)
            .body();
    assertThat(page)
        .contains(
            "ふりがなには、ひらがなかカタカナだけ",
            "どの日付ですか",
            "令和4年6月3日（2022）",
            "平成16年6月3日（2004）",
            "登録の理由を、1つ以上",
            "電話番号は")
        .contains("value=\"hinata\"", "value=\"青空\"", "value=\"いいえ\"", "つなぎ市みどり台1-2-3");
    assertThat(count()).isZero();
    assertThat(town.trace(Action.REGISTER_CHILD)).isEmpty();
  }

  @Test
  void theChosenReadingOfADateIsTaken() {
    ChildId id = ChildId.create();
    hub.post(
        "/children",
        form(Map.of("id", id.toString(), "birth", "040603", "birth.which", "2022-06-03")));
    assertThat(town.call(tx -> program.bean(Identities.class).get(tx, id)).birthDate())
        .isEqualTo(LocalDate.of(2022, 6, 3));
  }

  @Test
  void sentTwiceItIsOneChild() {
    String[] form = form(Map.of());
    hub.post("/children", form);
    hub.post("/children", form);
    assertThat(count()).isOne();
  }

  @Test
  void aHubMatchesAgainstEverybodyAndLearnsWhomToAsk() {
    children.add(
        nursery, InvolvementKind.ENROLMENT, "白石", "しらいし", "ひなた", "ひなた", LocalDate.of(2022, 6, 3));
    String page = hub.post("/children/new", matching("CONSULTATION")).is(200).body();
    assertThat(page).contains("白石", "みどり保育園", "姓か、生年月日の一部だけが違う");
    assertThat(town.trace(Action.MATCH))
        .singleElement()
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("CONSULTATION"))
        .satisfies(row -> assertThat(town.shownBy(row)).hasSize(1));
    assertThat(hub.post("/children/new", matching("")).is(422).body()).contains("どれかを選んで");
  }

  private static String[] matching(String purpose) {
    return form(Map.of("purpose", purpose));
  }

  @Test
  void goingBackToPutTheNameRightLosesNothing() {
    children.add(
        nursery, InvolvementKind.ENROLMENT, "白石", "しらいし", "ひなた", "ひなた", LocalDate.of(2022, 6, 3));
    assertThat(hub.post("/children/new", matching("CONSULTATION")).is(200).body())
        .contains("入れ直す", "name=\"again\"");
    String[] again = form(Map.of("purpose", "CONSULTATION", "again", "again"));
    assertThat(hub.post("/children/new", again).is(200).body())
        .contains("value=\"青空\"", "value=\"あおぞら\"", "R4.6.3", "value=\"CONSULTATION\" checked")
        .contains("name=\"address\" value=\"つなぎ市みどり台1-2-3\"")
        .doesNotContain("name=\"again\"", "しらいし");
  }

  @Test
  void aMissingReadingIsSaidInTheFirstRound() {
    String[] bare = form(Map.of("purpose", "CONSULTATION", "FAMILY.kana", "", "GIVEN.kana", ""));
    String page = hub.post("/children/new", bare).is(422).body();
    assertThat(page).contains("href=\"#f-FAMILY-kana\"", "href=\"#f-GIVEN-kana\"", "ふりがなが入っていません");
    assertThat(town.trace(Action.MATCH)).isEmpty();
  }

  @Test
  void aPictureIsNobodysName() {
    assertThat(
            hub.post(
                    "/children/new",
                    form(Map.of("purpose", "OTHER", "GIVEN", "ひなた😀", "GIVEN.kana", "")))
                .is(422)
                .body())
        .contains("絵文字は、名前に使えません", "href=\"#f-GIVEN-kana\"");
    assertThat(
            hub.post("/children", form(Map.of("reason", "HUB_USER", "guardian.name", "青空 🌞")))
                .is(422)
                .body())
        .contains("絵文字は、名前に使えません");
    assertThat(count()).isZero();
  }

  @Test
  void theDailyBudgetOfMatchesEnds() {
    town.run(tx ->
        tx.sql()
            .insertInto(TENANT_SETTING)
            .set(TENANT_SETTING.TENANT_ID, town.tenant())
            .set(TENANT_SETTING.NAME, "match.daily")
            .set(TENANT_SETTING.VALUE, "2")
            .execute());
    hub.post("/children/new", matching("OTHER")).is(200);
    hub.post("/children/new", matching("OTHER")).is(200);
    assertThat(hub.post("/children/new", matching("OTHER")).is(422).body()).contains("1人1日2回");
    assertThat(town.trace(Action.MATCH)).hasSize(2);
  }

  @Test
  void aDoubleMadeByOthersIsToldToTheHubsOnly() {
    hub.post("/children", form(Map.of("reason", "HUB_USER")));
    String asked = head.post("/children/new", matching("")).is(200).body();
    assertThat(asked).contains("児童の登録").doesNotContain("はぐくみ");
    ChildId id = ChildId.create();
    String done = head.post("/children", form(Map.of("id", id.toString()))).body();
    assertThat(done).doesNotContain("はぐくみ", "二重");
    assertThat(hub.get("/children/doubles").is(200).body()).contains("みどり保育園", "はぐくみ", "別の児童と確かめた");
    assertThat(town.shownBy(town.trace(Action.LIST).getLast())).hasSize(2);
    head.get("/children/doubles").is(404);
  }

  @Test
  void whoMakesADoubleIsNotShownWhoItIsLike() {
    ChildId known = ChildId.create();
    head.post("/children", form(Map.of("id", known.toString()))).is(200);
    ChildId made = ChildId.create();
    hub.post("/children", form(Map.of("id", made.toString(), "reason", "HUB_USER"))).is(200);
    assertThat(hub.get("/children/doubles").is(200).body()).doesNotContain("みどり保育園");
    assertThat(town.shownBy(town.trace(Action.LIST).getLast())).isEmpty();
    hub.post("/children/doubles/" + made + "/" + known).is(404);
    var other = town.organisation(OrganisationKind.EDUCATION_CENTRE, "教育センター");
    var colleague = program.visitor().signIn(town.worker(other, PostKind.HUB_TEACHER, "小峰 あさひ"));
    assertThat(colleague.get("/children/doubles").is(200).body()).contains("みどり保育園");
    colleague.post("/children/doubles/" + made + "/" + known).is(200);
  }

  @Test
  void whoMayNotEnrolIsToldSo() {
    var teacher = program.visitor().signIn(town.worker(nursery, PostKind.NURSERY_TEACHER, "浅瀬 りつ"));
    assertThat(teacher.get("/children/new").is(403).body())
        .contains("児童の登録はできません")
        .doesNotContain("登録がないか確かめる");
    teacher.post("/children", form(Map.of())).is(404);
    assertThat(count()).isZero();
  }
}
