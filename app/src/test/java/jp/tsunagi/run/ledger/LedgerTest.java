package jp.tsunagi.run.ledger;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_DOUBLE;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.LEDGER_FAMILY;
import static jp.tsunagi.schema.Tables.LEDGER_LOOK;
import static jp.tsunagi.schema.Tables.PARTICIPATION;
import static jp.tsunagi.schema.Tables.TENANT_SETTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.jooq.Condition;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Charset WINDOWS = Charset.forName("windows-31j");
  static final String HEADS = "氏名,ふりがな,生年月日,性別,住所,保護者・続柄,電話,支援事業,担当,同意日,同意者\n";
  private static final String ROWS =
      HEADS
          + "髙嶺 りく,たかみね りく,R4.6.3,男,つなぎ市海辺1,髙嶺 みなみ（母）,080-0000-1234,元気キッズ,水野 ことね,R7.4.1,母\n"
          + "青空 ひなた,あおぞら ひなた,R3.4.2,女,,青空 はる（父）,,元気キッズ、茶おちゃお,,R7.5.1,\n"
          + "小川 みなと,おがわ みなと,H31.4.30,男,,小川 そら（祖母）,,元気キッズ,,,\n"
          + "海原みお,うなばら みお,R3.4.2,女,,海原 はる（母）,,,,R7.4.1,\n"
          + "青空 陽向,アオゾラ ヒナタ,令和3年4月2日,女,,青空 はる（父）,,,,R7.5.1,\n"
          + "白石 そら,しらいし そら,R2.1.1,男,,白石 なぎさ（母）,,,,R7.4.1,\n";

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private TestTown.Worker counsellor;
  private ChildId atNursery;
  private Visitor visitor;

  @BeforeEach
  void town() {
    var centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
    town.organisation(OrganisationKind.EDUCATION_CENTRE, "教育センター");
    counsellor = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
    visitor = program.visitor().signIn(counsellor);
    var nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    atNursery =
        new TestChildren(program, town)
            .add(
                nursery,
                InvolvementKind.ENROLMENT,
                "白石",
                "しらいし",
                "空",
                "そら",
                LocalDate.of(2020, 1, 1));
  }

  private int count(Table<?> table, Condition which) {
    return town.call(tx -> tx.sql().fetchCount(table, which));
  }

  private int children() {
    return count(CHILD, CHILD.TENANT_ID.eq(town.tenant()));
  }

  private String look(byte[] file) {
    return visitor.upload("/import/children", "file", "台帳.csv", file).is(200).body();
  }

  private static String upload(String page) {
    var found = Pattern.compile("action=\"(/import/children/[0-9a-f-]+)\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void aLedgerIsLookedAtAndThenTakenIn() {
    String page = look(ROWS.getBytes(WINDOWS));
    assertThat(page)
        .contains("<dt>登録できる</dt><dd>2</dd>")
        .contains("<dt>同意日がない</dt><dd>1</dd>", "<dt>直す行</dt><dd>3</dd>")
        .contains("読んだ6行のうち、登録できる2行、同意をお願いする家庭の一覧に入れる1行、前に断られた0行、直す3行")
        .contains("姓と名のあいだに、空白", "3行目と、氏名の読みと生年月日が同じ", "台帳では登録できません");
    assertThat(children()).isOne();

    String url = upload(page);
    var errors = visitor.get(url + "/errors").is(200);
    assertThat(errors.header("Content-Type")).contains("spreadsheetml");
    assertThat(LedgerFile.read(errors.bytes())).isInstanceOf(Sheet.Outcome.Read.class);

    visitor.post(url).is(200);
    assertThat(children()).isEqualTo(3);
    assertThat(count(CONSENT, CONSENT.TENANT_ID.eq(town.tenant()))).isEqualTo(2);
    assertThat(count(PARTICIPATION, PARTICIPATION.TENANT_ID.eq(town.tenant()))).isEqualTo(3);
    assertThat(count(LEDGER_FAMILY, LEDGER_FAMILY.TENANT_ID.eq(town.tenant()))).isOne();
    assertThat(town.trace(Action.IMPORT)).hasSize(3);
    assertThat(town.trace(Action.MATCH)).as("looked at, as a file, taken in").hasSize(3);
    assertThat(town.shownBy(town.trace(Action.IMPORT).getLast())).hasSize(2);
    assertThat(visitor.post("/children/search", "q", "たかみね").body()).contains("髙嶺");

    visitor.post(url).is(404);
    assertThat(children()).isEqualTo(3);
  }

  @Test
  void theCheckLeavesARowWithEverybodyItHitAndNamesNobodyBeyondReach() {
    String file =
        HEADS
            + "白石 そら,しらいし そら,R2.1.1,男,,白石 なぎさ（母）,,,,R7.4.1,\n"
            + "青空 ひなた,あおぞら ひなた,R3.4.2,女,,青空 はる（父）,,,,R7.5.1,\n";
    String page = look(file.getBytes(WINDOWS));
    assertThat(page)
        .contains("台帳では登録できません")
        .doesNotContain("もう登録されています", "みどり保育園", "href=\"/children/0");
    assertThat(town.trace(Action.MATCH))
        .singleElement()
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("LEDGER"))
        .satisfies(row -> assertThat(town.shownBy(row)).containsExactly(atNursery));
    visitor.post(upload(page)).is(200);
    String again = look(file.getBytes(WINDOWS));
    assertThat(again).contains("台帳では登録できません", "もう登録されています", "登録済みの児童を見る");
    assertThat(town.shownBy(town.trace(Action.MATCH).getLast())).hasSize(2);
  }

  @Test
  void soManyRowsADayAreComparedAndNoMore() {
    setting("ledger.daily", "7");
    look(ROWS.getBytes(WINDOWS));
    assertThat(spent()).as("a municipality with few children").isZero();
    someChildren(LedgerBudget.FEW);
    look(ROWS.getBytes(WINDOWS));
    assertThat(spent()).isEqualTo(6);
    int before = town.trace(Action.MATCH).size();
    String refused =
        visitor.upload("/import/children", "file", "台帳.csv", ROWS.getBytes(WINDOWS)).is(422).body();
    assertThat(refused).contains("きょうは、この台帳を調べられません", "6行です", "7行まで", "もう6行");
    assertThat(refused).doesNotContain("もう登録されています", "台帳では登録できません");
    assertThat(town.trace(Action.MATCH)).hasSize(before);
    assertThat(spent()).isEqualTo(6);
    assertThat(
            program
                .bean(LedgerAtTerminal.class)
                .run(town.actor(counsellor), ROWS.getBytes(WINDOWS), false, line -> {}))
        .as("the terminal is the administrator's")
        .isEqualTo(LedgerAtTerminal.Outcome.BAD_ROWS);
  }

  private int spent() {
    return town.call(tx ->
        tx.sql()
            .select(LEDGER_LOOK.ROWS)
            .from(LEDGER_LOOK)
            .where(LEDGER_LOOK.TENANT_ID.eq(town.tenant()))
            .fetchOptional(LEDGER_LOOK.ROWS)
            .orElse(0));
  }

  private void setting(String name, String value) {
    town.run(tx ->
        tx.sql()
            .insertInto(TENANT_SETTING)
            .set(TENANT_SETTING.TENANT_ID, town.tenant())
            .set(TENANT_SETTING.NAME, name)
            .set(TENANT_SETTING.VALUE, value)
            .execute());
  }

  private void someChildren(int many) {
    town.run(tx -> {
      for (int i = 0; i < many; i++) {
        tx.sql()
            .insertInto(CHILD)
            .set(CHILD.TENANT_ID, town.tenant())
            .set(CHILD.CHILD_ID, ChildId.create())
            .set(CHILD.BIRTH_DATE, LocalDate.of(2015, 5, 5))
            .set(CHILD.SEX, "UNSTATED")
            .set(CHILD.STANDING, "OWN")
            .set(CHILD.OWNER_ID, counsellor.organisation())
            .set(CHILD.INTERPRETER, false)
            .set(CHILD.CREATED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .execute();
      }
    });
  }

  @Test
  void whatComesInIsListedAndWhatIsNotReadIsSaid() {
    String heads = HEADS.strip() + ",備考\n";
    StringBuilder file = new StringBuilder(heads.replace("住所,", "最寄り駅,"));
    for (int i = 0; i < LedgerCheckPage.SHOWN + 3; i++) {
      String given = "かきくけこさしすせそたち".charAt(i % 12) + "" + "かきくけこさしすせそたち".charAt(i / 12);
      file.append(
          "海原 %s,うなばら %s,R2.5.1,女,,海原 はる（母）,,元気キッズ,存在 しない,R7.4.1,,x%n".formatted(given, given));
    }
    String page = look(file.toString().getBytes(WINDOWS));
    assertThat(page)
        .contains("読まない列：最寄り駅、備考", "ファイルにない列：住所", "職員の一覧にない担当：存在 しない")
        .contains("103件（1～100件目）");
    String second = visitor.get(upload(page) + "?show=SOUND&from=100").is(200).body();
    assertThat(second).contains("103件（101～103件目）");
    assertThat(visitor.get(upload(page) + "?show=SOUND&from=-5").is(200).body()).contains("（1～100");
    assertThat(visitor.get(upload(page) + "?show=ASKED&from=900").is(200).body())
        .contains("お願いする家庭");
  }

  @Test
  void familiesWithoutAConsentAreAListAndNoRecords() {
    visitor.post(upload(look(ROWS.getBytes(StandardCharsets.UTF_8)))).is(200);
    assertThat(visitor.post("/children/search", "q", "おがわ").body()).doesNotContain("/children/0");
    String page = visitor.get("/import/families").is(200).body();
    assertThat(page).contains("小川", "平成31年4月30日", "小川 そら");
    String agreed = HEADS + "小川 みなと,おがわ みなと,H31.4.30,男,,小川 そら（祖母）,,元気キッズ,,R8.11.1,\n";
    visitor.post(upload(look(agreed.getBytes(WINDOWS)))).is(200);
    assertThat(visitor.get("/import/families").body())
        .as("a later ledger has the consent")
        .doesNotContain("小川 そら");
  }

  @Test
  void whatIsNoLedgerIsRefusedInWords() {
    assertThat(
            visitor
                .upload("/import/children", "file", "x.csv", "a,b\n1,2\n".getBytes(WINDOWS))
                .is(422)
                .body())
        .contains("台帳として読めません", "氏名、ふりがな、生年月日、保護者");
    assertThat(town.trace(Action.IMPORT)).isEmpty();
  }

  @Test
  void nobodyElseMayAndNobodySeesAnothersUpload() {
    String url = upload(look(ROWS.getBytes(WINDOWS)));
    var colleague =
        program
            .visitor()
            .signIn(town.worker(counsellor.organisation(), PostKind.COUNSELLOR, "竹林 しん"));
    colleague.post(url).is(404);
    colleague.get(url + "/errors").is(404);
    var worker =
        program
            .visitor()
            .signIn(town.worker(counsellor.organisation(), PostKind.PROGRAMME_WORKER, "夏木 あん"));
    worker.get("/import/children").is(404);
    assertThat(children()).isOne();
  }

  @Test
  void atTheTerminalBadRowsStopEverythingUnlessOneSaysOtherwise() {
    List<String> said = new ArrayList<>();
    LedgerAtTerminal terminal = program.bean(LedgerAtTerminal.class);
    var actor = town.actor(counsellor);
    assertThat(terminal.run(actor, ROWS.getBytes(WINDOWS), false, said::add))
        .isEqualTo(LedgerAtTerminal.Outcome.BAD_ROWS);
    assertThat(said).anySatisfy(line -> assertThat(line).contains("5行目 海原みお"));
    assertThat(children()).isOne();
    assertThat(terminal.run(actor, ROWS.getBytes(WINDOWS), true, said::add))
        .isEqualTo(LedgerAtTerminal.Outcome.DONE);
    assertThat(children()).isEqualTo(3);
  }

  @Test
  void theSameFileOnceMoreDoublesNothing() {
    visitor.post(upload(look(ROWS.getBytes(WINDOWS)))).is(200);
    String page = look(ROWS.getBytes(WINDOWS));
    assertThat(page).contains("<dt>登録できる</dt><dd>0</dd>", "<dt>同意日がない</dt><dd>1</dd>");
    visitor.post(upload(page)).is(200);
    assertThat(children()).isEqualTo(3);
    assertThat(count(LEDGER_FAMILY, LEDGER_FAMILY.TENANT_ID.eq(town.tenant()))).isOne();
  }

  @Test
  void howFarItIsIsShownToWhoeverStartedItAlone() {
    String url = upload(look(ROWS.getBytes(WINDOWS)));
    visitor.get(url + "/progress").is(404);
    visitor.post(url).is(200);
    assertThat(visitor.get(url + "/progress").is(200).body()).contains("2人を登録しました");
    assertThat(visitor.get(url).is(200).path()).as("Back afterwards").isEqualTo(url + "/progress");
    var colleague =
        program
            .visitor()
            .signIn(town.worker(counsellor.organisation(), PostKind.COUNSELLOR, "竹林 しん"));
    colleague.get(url + "/progress").is(404);
  }

  @Test
  void whoeverStopsWaitingFindsItDoneLater() {
    var upload =
        new UploadSql.Upload(
            Id.fresh(), counsellor.organisation(), "x.csv", ROWS.getBytes(WINDOWS));
    var actor = town.actor(counsellor);
    program.database().run(actor, tx -> RunSql.begin(tx, actor.staff(), upload));
    var run = program.bean(LedgerRun.class).start(actor, actor.seats().getFirst(), upload);
    run.complete(RunSql.State.RUNNING);
    Instant patience = Instant.now().plusSeconds(60);
    while (state(actor, upload) == RunSql.State.RUNNING && Instant.now().isBefore(patience)) {
      Thread.yield();
    }
    assertThat(state(actor, upload)).isEqualTo(RunSql.State.DONE);
    assertThat(children()).isEqualTo(3);
  }

  private RunSql.State state(Actor.Staff actor, UploadSql.Upload upload) {
    return program
        .database()
        .call(actor, tx -> RunSql.find(tx, actor.staff(), upload.id()).orElseThrow().state());
  }

  @Test
  void whoResemblesAChildOnRecordComesInAndIsShown() {
    String file = HEADS + "白石 そら,しらいし そら,R2.1.2,男,,白石 なぎさ（母）,,,,R7.4.1,\n";
    String page = look(file.getBytes(WINDOWS));
    assertThat(page)
        .contains("<dt>登録できる</dt><dd>1</dd>")
        .as("the child is beyond reach")
        .doesNotContain("似ている");
    visitor.post(upload(page)).is(200);
    assertThat(count(CHILD_DOUBLE, CHILD_DOUBLE.TENANT_ID.eq(town.tenant()))).isOne();
  }

  @Test
  void whatLooksLikeAFormulaGoesBackAsText() {
    String file = HEADS + "海原みお,うなばら みお,R3.4.2,女,=HYPERLINK(1),海原 はる（母）,,,,R7.4.1,\n";
    var errors = visitor.get(upload(look(file.getBytes(WINDOWS))) + "/errors").is(200);
    var back = ((Sheet.Outcome.Read) LedgerFile.read(errors.bytes())).sheet().rows().getFirst();
    assertThat(back.text(Column.ADDRESS)).isEqualTo("'=HYPERLINK(1)");
  }

  @Test
  void takenInAtOnceFromSeveralWindowsItIsTakenInOnce() throws Exception {
    String url = upload(look(ROWS.getBytes(WINDOWS)));
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers = threads.invokeAll(Collections.nCopies(4, () -> visitor.post(url).status()));
      for (var one : answers) {
        assertThat(one.get()).isIn(200, 404);
      }
    }
    assertThat(town.trace(Action.IMPORT))
        .filteredOn(row -> "LEDGER_BEGIN".equals(row.getPurpose()))
        .hasSize(1);
  }

  /** Prints how long it takes; the size is a property, so that anybody can ask for more. */
  @Test
  void aLongLedgerComesInAtOnce() {
    int rows = Integer.getInteger("tsunagi.ledger.rows", 100);
    String kana = "かきくけこさしすせそたちすせそたちつてと";
    StringBuilder file = new StringBuilder(HEADS);
    for (int i = 0; i < rows; i++) {
      String given =
          ""
              + kana.charAt(i % 20)
              + kana.charAt(i / 20 % 20)
              + kana.charAt(i / 400 % 20)
              + kana.charAt(i / 8000 % 20);
      file.append(
          "海原 %s,うなばら %s,%s,女,,海原 はる（母）,,元気キッズ,,R8.4.1,%n"
              .formatted(given, given, LocalDate.of(2009, 4, 2).plusDays(i % 6000)));
    }
    Instant begun = Instant.now();
    var outcome =
        program
            .bean(LedgerAtTerminal.class)
            .run(town.actor(counsellor), file.toString().getBytes(WINDOWS), false, line -> {});
    Duration taken = Duration.between(begun, Instant.now());
    System.out.printf("ledger: %d rows in %.1f s%n", rows, taken.toMillis() / 1000.0);
    assertThat(outcome).isEqualTo(LedgerAtTerminal.Outcome.DONE);
    assertThat(children()).isEqualTo(rows + 1);
  }
}
