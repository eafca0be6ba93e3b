package jp.tsunagi.record.idea;

import static jp.tsunagi.schema.Tables.IDEA;
import static jp.tsunagi.schema.Tables.IDEA_BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** The bank on the running program: who keeps, proposes, takes in, marks, and what stays away. */
class IdeaTest {
  private static final String TIMER = "砂時計を机に置き、＿＿分ごとに立って伸びをする。";

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "みどり台小学校");
  private final OrganisationId other = town.organisation(OrganisationKind.ELEMENTARY, "川べり小学校");
  private final TestTown.Worker writer = town.worker(school, PostKind.HOMEROOM_TEACHER, "森田 かえで");
  private final TestTown.Worker head = town.worker(school, PostKind.PRINCIPAL, "白石 さき");
  private final TestTown.Worker elsewhere = town.worker(other, PostKind.COORDINATOR, "浅瀬 りく");
  private final TestTown.Worker administrator =
      town.worker(
          town.organisation(OrganisationKind.CITY_OFFICE, "つなぎ市 情報課"),
          PostKind.ADMINISTRATOR,
          "陽田 まひる");

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private Visitor visitor(TestTown.Worker worker) {
    return program.visitor().signIn(worker);
  }

  private Visitor.Reply propose(Visitor who, String text, String... more) {
    List<String> sent =
        new java.util.ArrayList<>(
            List.of(
                "id",
                Id.fresh().toString(),
                "whose",
                school.toString(),
                "kind",
                "SUPPORT",
                "needs",
                "ATTENTION",
                "text",
                text));
    sent.addAll(List.of(more));
    return who.post("/ideas", sent.toArray(String[]::new));
  }

  private UUID id(String text) {
    return town.call(tx ->
        tx.sql()
            .select(IDEA.IDEA_ID)
            .from(IDEA)
            .where(IDEA.TENANT_ID.eq(tx.tenant()))
            .and(IDEA.TEXT.eq(text))
            .fetchOptional(IDEA.IDEA_ID)
            .orElseThrow());
  }

  @Test
  void aWriterIsOfferedTheBaseByFieldNeedAndWord() {
    Visitor visitor = visitor(writer);
    var goals = visitor.get("/ideas/found?kind=GOAL&need=READING&stage=LOWER").is(200);
    assertThat(goals.body()).contains("ひらがなの単語").doesNotContain("すべり止めを敷き");
    assertThat(visitor.get("/ideas/found?q=" + encoded("たいまー　ノコリ")).is(200).body())
        .doesNotContain("残り時間が目で見える時計");
    assertThat(visitor.get("/ideas/found?q=" + encoded("ｲﾔｰﾏﾌ じぶん")).is(200).body())
        .doesNotContain("ひらがなの単語");
    assertThat(visitor.get("/ideas/found?q=" + encoded("ｲﾔｰまふ")).is(200).body())
        .contains("イヤーマフを自分で付けるか");
    assertThat(town.trace(Action.VIEW_CHILD)).isEmpty();
  }

  @Test
  void aProposalIsOfferedOnceTheHeadTakesItIn() {
    Visitor proposer = visitor(writer);
    propose(proposer, TIMER).is(200);
    String found = "/ideas/found?q=" + encoded("砂時計");
    assertThat(proposer.get(found).body()).doesNotContain("砂時計を机に");
    Visitor leader = visitor(head);
    assertThat(leader.get("/ideas").is(200).body()).contains("提案が1件あります");
    UUID id = id(TIMER);
    visitor(elsewhere).post("/ideas/" + id + "/state", "to", "IN_USE").is(404);
    proposer.post("/ideas/" + id + "/state", "to", "IN_USE").is(404);
    visitor(administrator).get("/ideas/" + id).is(404);
    leader.post("/ideas/" + id + "/state", "to", "IN_USE").is(200);
    assertThat(proposer.get(found).body()).contains("砂時計を机に");
    assertThat(visitor(elsewhere).get(found).body()).doesNotContain("砂時計を机に");
    leader.post("/ideas/" + id + "/state", "to", "DECLINED").is(404);
    assertThat(town.trace(Action.IDEA)).hasSize(2);
  }

  @Test
  void theNameOfAChildIsAskedAboutOfWhoeverMaySeeIt() {
    new TestChildren(program, town)
        .add(
            school,
            InvolvementKind.ENROLMENT,
            "青空",
            "あおぞら",
            "ひなた",
            "ひなた",
            LocalDate.of(2018, 6, 3));
    String told = "ひなたさんの好きな絵から始める。";
    Visitor proposer = visitor(town.worker(school, PostKind.COORDINATOR, "緑川 まこと"));
    assertThat(propose(proposer, told).is(422).body()).contains("児童の名前と同じ");
    propose(proposer, told, "sure", "yes").is(200);
    assertThat(
            visitor(elsewhere)
                .post(
                    "/ideas",
                    "id",
                    Id.fresh().toString(),
                    "whose",
                    other.toString(),
                    "kind",
                    "SUPPORT",
                    "text",
                    told)
                .is(200)
                .body())
        .as("whoever may not see the child learns nothing")
        .doesNotContain("児童の名前と同じ");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsKept() {
    Visitor visitor = visitor(writer);
    var refused = propose(visitor, " ").is(422);
    assertThat(refused.body()).contains("文例を書いてください");
    assertThat(propose(visitor, "長".repeat(301)).is(422).body()).contains("300字まで");
    assertThat(propose(visitor, "話す前に名前を呼び、目が合ってから、1つずつ短く伝える").is(422).body())
        .contains("同じ文例がもうあります");
    visitor
        .post("/ideas", "id", Id.fresh().toString(), "whose", other.toString(), "kind", "GOAL")
        .is(404);
    visitor.get("/ideas/list.xlsx").is(404);
  }

  @Test
  void marksAreOnesOwnAndStandFirst() {
    Visitor visitor = visitor(writer);
    visitor.get("/ideas/found").is(200);
    String last = "次の週から試すことを1つ決める。";
    UUID id = id("専門家の助言（＿＿）を年に＿＿回受け、" + last);
    visitor.header("HX-Request", "true");
    assertThat(visitor.post("/ideas/" + id + "/favourite").is(200).body()).contains("★");
    assertThat(visitor.get("/ideas/found").body()).contains(last);
    assertThat(visitor(elsewhere).get("/ideas/found").body()).doesNotContain(last);
    assertThat(visitor.post("/ideas/" + id + "/favourite/end").is(200).body()).contains("☆");
    assertThat(visitor.get("/ideas/found").body()).doesNotContain(last);
  }

  @Test
  void aLaterBaseLeavesWhatTheMunicipalityChanged() {
    Visitor visitor = visitor(administrator);
    visitor.get("/ideas").is(200);
    String was = "残り時間が目で見える時計を机に置き、終わりの時刻を先に伝える。";
    UUID id = id(was);
    visitor.post("/ideas/" + id, "kind", "SUPPORT", "text", "砂時計で残り時間を示す。", "place", "１").is(200);
    town.run(tx -> {
      tx.sql()
          .update(IDEA)
          .set(IDEA.TEXT, "古い文")
          .where(IDEA.TENANT_ID.eq(tx.tenant()))
          .and(IDEA.SHIPPED_KEY.eq("reading-goal-1"))
          .execute();
      tx.sql()
          .update(IDEA_BASE)
          .set(IDEA_BASE.VERSION, 0)
          .where(IDEA_BASE.TENANT_ID.eq(tx.tenant()))
          .execute();
    });
    visitor.get("/ideas").is(200);
    assertThat(id("砂時計で残り時間を示す。")).isEqualTo(id);
    assertThat(id("国語の時間、ひらがなの単語（＿＿文字くらい）を、まとまりで声に出して読む。")).isNotNull();
    assertThat(town.<List<String>>call(tx -> IdeaSql.texts(tx))).doesNotContain("古い文", was);
    assertThat(town.<Boolean>call(tx -> FromBank.known(tx).holds(was)))
        .as("a plan may still say what the base says")
        .isTrue();
  }

  private static byte[] workbook(List<List<String>> rows) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("文例集");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          sheet.value(row, column, rows.get(row).get(column));
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aWorkbookIsLookedAtAndThenTaken() throws IOException {
    Visitor visitor = visitor(administrator);
    byte[] list = visitor.get("/ideas/list.xlsx").is(200).bytes();
    assertThat(IdeaFile.read(list).lines()).hasSize(IdeaBase.all().size());
    assertThat(visitor.upload("/ideas/import", "file", "文例集.xlsx", list).is(200).body())
        .contains("新しい0件、変わる0件、同じ" + IdeaBase.all().size() + "件、入れられない0件");
    byte[] changed =
        workbook(
            List.of(
                List.of("番号", "種類", "必要", "領域", "時期", "文例", "並び順", "使う"),
                List.of("reading-goal-1", "目標", "読み", "", "", "短い文を読む。", "5", "使わない"),
                List.of("", "手立て・支援", "注意・集中、感覚", "", "中学校", TIMER, "", "使う"),
                List.of("", "こつ", "にがて", "", "", "", "x", ""),
                List.of("nobody-1", "目標", "", "", "", "別の文。", "", "")));
    var look = visitor.upload("/ideas/import", "file", "文例集.xlsx", changed).is(200);
    assertThat(look.body())
        .contains("新しい1件、変わる1件、同じ0件、入れられない2件")
        .contains("種類「こつ」はありません")
        .contains("必要「にがて」はありません")
        .contains("番号「nobody-1」の文例はありません");
    assertThat(town.<Integer>call(tx -> IdeaSql.ofMunicipality(tx).size()))
        .as("nothing has changed yet")
        .isEqualTo(IdeaBase.all().size());
    visitor.post("/ideas/import/check").is(200);
    assertThat(id(TIMER)).isNotNull();
    Map<String, IdeaState> states =
        town.call(tx ->
            IdeaSql.ofMunicipality(tx).stream()
                .collect(java.util.stream.Collectors.toMap(Idea::number, Idea::state)));
    assertThat(states).containsEntry("reading-goal-1", IdeaState.HIDDEN);
    visitor.get("/ideas/import/check").is(404);
    assertThat(visitor.upload("/ideas/import", "file", "x.xlsx", new byte[] {1}).is(422).body())
        .contains("Excelのファイル");
  }
}
