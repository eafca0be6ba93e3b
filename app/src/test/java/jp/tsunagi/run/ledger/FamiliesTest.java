package jp.tsunagi.run.ledger;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.LEDGER_FAMILY;
import static jp.tsunagi.schema.Tables.LEDGER_FAMILY_ANSWER;
import static jp.tsunagi.schema.Tables.PARTICIPATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Families of the ledger whose consent is not on file: asked, and what they answer. */
class FamiliesTest {
  private static final String LEDGER =
      """
      氏名,ふりがな,生年月日,性別,住所,保護者・続柄,電話,支援事業,担当,同意日
      小川 みなと,おがわ みなと,H31.4.30,男,つなぎ市海辺1,小川 そら（祖母）,080-0000-1234,元気キッズ,水野 ことね,
      海原 みお,うなばら みお,R3.4.2,女,,海原 はる（母）,,,,
      """;

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private TestTown.Worker counsellor;
  private Visitor visitor;

  @BeforeEach
  void town() {
    var centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
    town.organisation(OrganisationKind.EDUCATION_CENTRE, "教育センター");
    counsellor = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
    visitor = program.visitor().signIn(counsellor);
    take(LEDGER);
  }

  private void take(String ledger) {
    program
        .bean(LedgerAtTerminal.class)
        .run(town.actor(counsellor), ledger.getBytes(StandardCharsets.UTF_8), true, line -> {});
  }

  private List<String> list(Family.State state) {
    String page = visitor.get("/import/families?state=" + state).is(200).body();
    List<String> urls = new ArrayList<>();
    Matcher found = Pattern.compile("href=\"(/import/families/[0-9a-f-]+)\"").matcher(page);
    while (found.find()) {
      urls.add(found.group(1));
    }
    return urls;
  }

  /** うなばら comes before おがわ. */
  private String ogawa() {
    return list(Family.State.OPEN).getLast();
  }

  private int children() {
    return town.call(tx -> tx.sql().fetchCount(CHILD, CHILD.TENANT_ID.eq(town.tenant())));
  }

  @Test
  void thePageSaysWhatTheLedgerSaysAndLeavesItsRow() {
    String page = visitor.get(ogawa()).is(200).body();
    assertThat(page)
        .contains("平成31年4月30日", "小川 そら（祖母）", "080-0000-1234", "つなぎ市海辺1", "元気キッズ", "水野 ことね");
    assertThat(town.trace(Action.LIST).getLast().getPurpose()).isEqualTo("LEDGER_FAMILY");
    assertThat(visitor.get("/day").is(200).body()).contains("2件", "同意をお願いする家庭");
  }

  @Test
  void whoAgreesIsRegisteredWithWhatTheLedgerSaysAndThenAskedToSign() {
    String url = ogawa();
    String agreed =
        visitor
            .post(
                url + "/agreement",
                "agreed",
                "R8.11.20",
                "giver",
                "小川 そら",
                "programme",
                "元気キッズ",
                "staff",
                counsellor.staff().toString())
            .is(200)
            .body();
    assertThat(agreed).contains("令和8年11月20日に、小川 そらさんから同意をもらいました", "登録へ進む");
    assertThat(list(Family.State.OPEN)).hasSize(1);
    assertThat(list(Family.State.AGREED)).containsExactly(url);

    String form = visitor.post("/children/new", hidden(agreed)).is(200).body();
    assertThat(form)
        .contains("児童の登録", "value=\"小川\"", "value=\"おがわ\"", "value=\"みなと\"", "H31.4.30")
        .contains("value=\"つなぎ市海辺1\"", "value=\"小川 そら\"", "value=\"080-0000-1234\"")
        .contains("value=\"MALE\" checked", "value=\"GRANDMOTHER\" selected")
        .contains("元気キッズの参加者になり（担当 水野 ことねさん）");

    List<String> fields = new ArrayList<>(List.of(hidden(agreed)));
    fields.addAll(List.of("guardian.kana", "おがわ そら", "guardian.decides", "guardian.decides"));
    var next = visitor.post("/children", fields.toArray(String[]::new)).is(200);
    assertThat(next.path()).contains("/consents/draft?kind=USE");
    assertThat(children()).isOne();
    StaffId inCharge =
        town.call(tx ->
            tx.sql()
                .selectFrom(PARTICIPATION)
                .where(PARTICIPATION.TENANT_ID.eq(town.tenant()))
                .fetchSingle()
                .getStaffId());
    assertThat(inCharge).isEqualTo(counsellor.staff());
    assertThat(visitor.get(url).body()).contains("同意書へ進む").doesNotContain("この返事を取り消す");
    ChildId child =
        town.call(tx ->
            tx.sql()
                .selectFrom(CHILD)
                .where(CHILD.TENANT_ID.eq(town.tenant()))
                .fetchSingle()
                .getChildId());
    assertThat(town.trace(Action.LIST).getLast().getChildId())
        .as("the page shows the child")
        .isEqualTo(child);
    visitor.post(url + "/answer/removal").is(404);

    sign(next);
    assertThat(list(Family.State.AGREED)).isEmpty();
    program.bean(FamilyKeeping.class).round();
    assertThat(families()).isOne();
  }

  /** The consent is prepared, and its paper put on file with the day and the giver as noted. */
  private void sign(Visitor.Reply draft) {
    Matcher id = Pattern.compile("/children/([0-9a-f-]+)/").matcher(draft.path());
    assertThat(id.find()).isTrue();
    String consents = "/children/" + id.group(1) + "/consents";
    String consent = java.util.UUID.randomUUID().toString();
    visitor
        .post(
            consents + "/draft",
            "kind",
            "USE",
            "consent",
            consent,
            "scope",
            "IDENTITY",
            "scope",
            "PROFILE")
        .is(200);
    String paper = visitor.get(consents + "/" + consent + "/paper").is(200).body();
    assertThat(paper).contains("value=\"R8.11.20\"");
    Matcher giver = Pattern.compile("name=\"giver\" value=\"([0-9a-f-]+)\" checked").matcher(paper);
    assertThat(giver.find()).isTrue();
    visitor
        .post(
            consents + "/" + consent + "/paper",
            "giver",
            giver.group(1),
            "on",
            "R8.11.20",
            "place",
            "事務室の棚",
            "scope",
            "IDENTITY",
            "scope",
            "PROFILE")
        .is(200);
  }

  private int families() {
    return town.call(
        tx -> tx.sql().fetchCount(LEDGER_FAMILY, LEDGER_FAMILY.TENANT_ID.eq(town.tenant())));
  }

  private static String[] hidden(String page) {
    String form = page.substring(page.indexOf("action=\"/children/new\""));
    Matcher field =
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
            .matcher(form.substring(0, form.indexOf("</form>")));
    List<String> fields = new ArrayList<>();
    while (field.find()) {
      if (!field.group(1).equals("_csrf")) {
        fields.addAll(List.of(field.group(1), field.group(2)));
      }
    }
    return fields.toArray(String[]::new);
  }

  @Test
  void onlyProgrammesThatAreOfferedCanBeChosen() {
    String[] made = {
      "agreed", "R8.11.20", "giver", "小川 そら", "programme", "新しい\n事業", "programme", "元気キッズ"
    };
    visitor.post(ogawa() + "/agreement", made).is(200);
    String noted =
        town.call(tx ->
            tx.sql()
                .selectFrom(LEDGER_FAMILY_ANSWER)
                .where(LEDGER_FAMILY_ANSWER.TENANT_ID.eq(town.tenant()))
                .fetchSingle()
                .getProgrammes());
    assertThat(noted).isEqualTo("元気キッズ");
  }

  @Test
  void answersThatComeAtOnceHaveOneEffect() throws Exception {
    String url = ogawa();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers =
          threads.invokeAll(
              Collections.nCopies(
                  4, () -> visitor.post(url + "/refusal", "declined", "R8.11.18").status()));
      for (var one : answers) {
        assertThat(one.get()).isIn(200, 422);
      }
    }
    assertThat(purposes()).containsOnlyOnce("LEDGER_FAMILY_DECLINED");
  }

  @Test
  void anAskingSentTwiceIsNotedOnce() {
    String url = ogawa();
    visitor.post(url + "/askings", "asked", "R8.11.19", "note", "電話").is(200);
    String page = visitor.post(url + "/askings", "asked", "R8.11.19", "note", "電話").is(200).body();
    assertThat(page.split("/askings/", -1)).hasSize(2);
  }

  @Test
  void anAnswerCanBeTakenBack() {
    String url = ogawa();
    visitor.post(url + "/agreement", "agreed", "R8.11.20", "giver", "小川 そら").is(200);
    assertThat(
            visitor.post(url + "/agreement", "agreed", "R8.11.20", "giver", "小川 そら").is(422).body())
        .as("pressed twice: the answer as it is noted")
        .contains("小川 そらさんから同意をもらいました");
    visitor.post(url + "/askings", "asked", "R8.11.20", "note", "").is(422);
    assertThat(visitor.post(url + "/answer/removal").is(200).body()).contains("返事を取り消しました");
    assertThat(list(Family.State.OPEN)).contains(url);
    assertThat(purposes()).containsSubsequence("LEDGER_FAMILY_AGREED", "LEDGER_FAMILY_BACK");
  }

  private List<String> purposes() {
    return town.trace(Action.IMPORT).stream().map(row -> row.getPurpose()).toList();
  }

  @Test
  void ofAFamilyThatDeclinesOnlyTheNameStaysAndNobodyAsksAgain() {
    String url = ogawa();
    String page = visitor.post(url + "/refusal", "declined", "R8.11.18").is(200).body();
    assertThat(page).contains("令和8年11月18日に、断られました", "令和10年3月31日まで");
    assertThat(list(Family.State.DECLINED)).containsExactly(url);

    take(LEDGER);
    assertThat(list(Family.State.OPEN)).doesNotContain(url).hasSize(1);

    assertThat(visitor.get(url).body()).contains("080-0000-1234");
    program.bean(FamilyKeeping.class).round();
    assertThat(visitor.get(url).body()).as("may still be taken back").contains("080-0000-1234");
    program.clock().set(TestClock.START.plus(FamilyKeeping.REGRET).plus(Duration.ofMinutes(1)));
    visitor.signIn(counsellor);
    program.bean(FamilyKeeping.class).round();
    assertThat(visitor.get(url).is(200).body())
        .contains("小川", "令和8年11月18日に、断られました")
        .doesNotContain("080-0000-1234", "小川 そら", "つなぎ市海辺1", "元気キッズ");

    visitor.post(url + "/removal").is(200);
    assertThat(families()).isOne();
    assertThat(purposes()).contains("LEDGER_FAMILY_DECLINED", "LEDGER_FAMILY_REMOVED");
  }

  @Test
  void whatHasOutlivedItsTimeIsGone() {
    visitor.post(ogawa() + "/refusal", "declined", "R8.11.18").is(200);
    town.run(tx ->
        tx.sql()
            .update(LEDGER_FAMILY_ANSWER)
            .set(LEDGER_FAMILY_ANSWER.KEPT_UNTIL, LocalDate.of(2020, 3, 31))
            .where(LEDGER_FAMILY_ANSWER.TENANT_ID.eq(town.tenant()))
            .execute());
    assertThat(list(Family.State.DECLINED)).isEmpty();
    program.bean(FamilyKeeping.class).round();
    assertThat(families()).isOne();
  }

  @Test
  void askingIsNotedWithItsDayAndCanBeTakenBack() {
    String url = ogawa();
    String page =
        visitor.post(url + "/askings", "asked", "R8.11.19", "note", "電話。来月また").is(200).body();
    assertThat(page).contains("令和8年11月19日", "電話。来月また");
    assertThat(visitor.get("/import/families").body()).contains("令和8年11月19日　電話。来月また");
    Matcher undo = Pattern.compile("action=\"([^\"]+/askings/[^\"]+/removal)\"").matcher(page);
    assertThat(undo.find()).isTrue();
    visitor.post(undo.group(1)).is(200);
    assertThat(visitor.get(url).body()).doesNotContain("電話。来月また");
    visitor.post(undo.group(1)).is(404);
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsNoted() {
    String url = ogawa();
    assertThat(visitor.post(url + "/agreement", "agreed", "R12.1.1", "giver", "").is(422).body())
        .contains("同意した人の氏名を書いてください");
    visitor.post(url + "/refusal", "declined", "H30.1.1").is(422);
    visitor.post(url + "/askings", "asked", "R8.11.1", "note", "あ".repeat(201)).is(422);
    assertThat(list(Family.State.OPEN)).hasSize(2);
    assertThat(town.trace(Action.LIST).getLast().getPurpose()).isEqualTo("LEDGER_FAMILIES");
  }

  @Test
  void theListIsNarrowedSortedAndTakenOut() {
    String some = visitor.post("/import/families/search", "q", "オガワ", "by", "BIRTH").is(200).body();
    assertThat(some).contains("1件（1～1件目）", "小川").doesNotContain("海原 はる");
    assertThat(visitor.post("/import/families/search", "programme", "元気キッズ").body())
        .contains("小川 そら")
        .doesNotContain("海原 はる");
    var file = visitor.post("/import/families/file", "purpose", "WORK").is(200);
    assertThat(file.header("Content-Type")).contains("spreadsheetml");
    var back = ((Sheet.Outcome.Read) LedgerFile.read(file.bytes())).sheet();
    assertThat(back.rows()).extracting(row -> row.text(Column.PHONE)).contains("080-0000-1234");
    assertThat(town.trace(Action.EXPORT)).hasSize(1);
    visitor.post("/import/families/file", "purpose", "").is(404);
  }

  @Test
  void otherHubsAndOtherPostsDoNotSeeThem() {
    String url = ogawa();
    var other = town.organisation(OrganisationKind.EDUCATION_CENTRE, "もう1つの教育センター");
    var teacher = program.visitor().signIn(town.worker(other, PostKind.HUB_TEACHER, "小峰 あさひ"));
    teacher.get(url).is(404);
    teacher.post(url + "/refusal", "declined", "R8.11.18").is(404);
    var worker =
        program
            .visitor()
            .signIn(town.worker(counsellor.organisation(), PostKind.PROGRAMME_WORKER, "夏木 あん"));
    worker.get(url).is(404);
    visitor.get("/import/families/none-at-all").is(404);
  }
}
