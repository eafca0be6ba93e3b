package jp.tsunagi.people.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private Visitor counsellor;
  private Visitor stranger;
  private Visitor visiting;
  private ChildId child;

  @BeforeEach
  void town() {
    var centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
    var nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    var service = town.organisation(OrganisationKind.DAY_SERVICE, "そらいろ");
    counsellor = program.visitor().signIn(town.worker(centre, PostKind.COUNSELLOR, "水野 ことね"));
    stranger = program.visitor().signIn(town.worker(nursery, PostKind.NURSERY_HEAD, "陽田 まひる"));
    visiting = program.visitor().signIn(town.worker(service, PostKind.PROGRAMME_WORKER, "浅瀬 りつ"));
    child =
        new TestChildren(program, town)
            .add(
                centre,
                InvolvementKind.CONSULTATION,
                "青空",
                "あおぞら",
                "ひなた",
                "ひなた",
                LocalDate.of(2019, 6, 3));
    town.run(tx ->
        program
            .bean(Involvements.class)
            .open(
                tx, child, service, InvolvementKind.VISIT, Period.since(LocalDate.of(2026, 4, 1))));
  }

  private String url(String page) {
    return "/children/" + child + "/" + page;
  }

  private static String[] name(String how, String from, String family, String kana) {
    return new String[] {
      "how",
      how,
      "from",
      from,
      "FAMILY",
      family,
      "FAMILY.kana",
      kana,
      "GIVEN",
      "ひなた",
      "GIVEN.kana",
      "ひなた"
    };
  }

  @Test
  void aChangedNameIsAPeriodAndTheEarlierOneIsStillFound() {
    counsellor.post(url("identity/name"), name("CHANGED", "R8.10.1", "小川", "おがわ"));
    String page = counsellor.get(url("identity")).is(200).body();
    assertThat(page).contains("小川", "青空", "令和8年9月30日");
    assertThat(counsellor.post("/children/search", "q", "あおぞら").body())
        .contains("小川", child.toString());
    assertThat(town.trace(Action.CHANGE_CHILD))
        .singleElement()
        .satisfies(row -> assertThat(row.getChildId()).isEqualTo(child));
  }

  @Test
  void aCorrectedNameWasNeverBorne() {
    counsellor.post(url("identity/name"), name("CORRECTED", "", "蒼空", "あおそら"));
    assertThat(counsellor.get(url("identity")).body()).contains("蒼空").doesNotContain("青空");
    assertThat(counsellor.post("/children/search", "q", "青空").body())
        .doesNotContain(child.toString());
  }

  @Test
  void changesThatCannotBeAreRefusedInWords() {
    assertThat(
            counsellor
                .post(url("identity/name"), name("CHANGED", "R1.6.3", "小川", "おがわ"))
                .is(422)
                .body())
        .contains("打ち間違いを直す", "value=\"小川\"");
    assertThat(
            counsellor
                .post(url("identity/name"), name("CHANGED", "R9.1.1", "小川", "おがわ"))
                .is(422)
                .body())
        .contains("まだ来ていない日付");
    assertThat(counsellor.post(url("identity/name"), name("", "", "小川", "おがわ")).is(422).body())
        .contains("どれかを選んで");
    assertThat(town.trace(Action.CHANGE_CHILD)).isEmpty();
  }

  @Test
  void birthDateLanguageAndGradeArePutRight() {
    counsellor.post(
        url("identity/about"),
        "birth",
        "R1.6.4",
        "sex",
        "MALE",
        "language",
        "pt",
        "interpreter",
        "on");
    String page = counsellor.get(url("identity")).body();
    assertThat(page).contains("令和元年6月4日", "ポルトガル語", "通訳がいる", "小1");
    counsellor.post(
        url("identity/grade"),
        "year",
        "2026",
        "level",
        "0",
        "gradereason",
        "DEFERRED",
        "gradenote",
        "体調のため");
    assertThat(counsellor.get(url("identity")).body()).contains("5歳児クラス", "就学猶予", "体調のため");
    assertThat(counsellor.post("/children/search", "q", "R1.6.4").body())
        .contains(child.toString());
  }

  @Test
  void anAddressAndANoteHaveALength() {
    String tooLong = "町".repeat(201);
    counsellor.post(url("address"), "how", "CHANGED", "from", "R8.4.1", "address", tooLong).is(422);
    counsellor
        .post(
            url("guardians"),
            "guardian.name",
            tooLong,
            "guardian.kana",
            "あおぞら みなみ",
            "guardian.relation",
            "MOTHER",
            "guardian.order",
            "1")
        .is(422);
    assertThat(town.trace(Action.CHANGE_CHILD)).isEmpty();
  }

  @Test
  void aLanguageThatIsNotOfferedIsNowhereKept() {
    counsellor
        .post(url("identity/about"), "birth", "R1.6.3", "sex", "MALE", "language", "typed")
        .is(422);
    counsellor
        .post(
            url("guardians"),
            "guardian.name",
            "青空 みなみ",
            "guardian.kana",
            "あおぞら みなみ",
            "guardian.relation",
            "MOTHER",
            "guardian.order",
            "1",
            "language",
            "typed")
        .is(422);
    assertThat(town.trace(Action.CHANGE_CHILD)).isEmpty();
    assertThat(counsellor.get(url("identity")).is(200).body()).contains("日本語");
  }

  @Test
  void theFamilyMovesAndTheHistoryStays() {
    counsellor.post(url("address"), "how", "CHANGED", "from", "R7.4.1", "address", "つなぎ市みどり台1-2-3");
    counsellor.post(
        url("address"),
        "how",
        "CHANGED",
        "from",
        "R8.4.1",
        "address",
        "つなぎ市海辺4-5",
        "postal",
        "3500001");
    assertThat(counsellor.get(url("address")).body())
        .contains("みどり台1-2-3", "海辺4-5", "350-0001", "令和8年3月31日");
    assertThat(
            counsellor
                .post(url("address"), "how", "CHANGED", "from", "R7.4.1", "address", "どこか")
                .is(422)
                .body())
        .contains("後の日付");
  }

  @Test
  void guardiansHaveAnOrderANoteAndAnAuthorityWithEvidence() {
    String[] mother = {
      "guardian.name", "青空 みなみ", "guardian.kana", "あおぞら みなみ", "guardian.relation", "MOTHER",
      "guardian.phone", "08000001234", "guardian.note", "平日16時30分から", "guardian.order", "1",
      "guardian.decides", "on"
    };
    assertThat(counsellor.post(url("guardians"), mother).is(422).body())
        .contains("何で確かめたか", "value=\"平日16時30分から\"");
    var full = new java.util.ArrayList<>(List.of(mother));
    full.addAll(List.of("evidence", "戸籍謄本（令和7年4月1日）"));
    counsellor.post(url("guardians"), full.toArray(String[]::new));
    assertThat(counsellor.get(url("guardians")).body())
        .contains("青空 みなみ", "08000001234", "平日16時30分から", "戸籍謄本", "令和元年6月3日から令和19年6月2日まで");
    assertThat(counsellor.post("/children/search", "q", "1234").body()).contains(child.toString());
  }

  @Test
  void whoHasNoGroundSeesNothingOfIt() {
    for (String page : List.of("identity", "address", "guardians", "enrolments")) {
      stranger.get(url(page)).is(404);
    }
    stranger.post(url("identity/name"), name("CORRECTED", "", "小川", "おがわ")).is(404);
    visiting.get(url("identity")).is(200);
    visiting.get(url("address")).is(404);
    visiting.get(url("guardians")).is(404);
  }
}
