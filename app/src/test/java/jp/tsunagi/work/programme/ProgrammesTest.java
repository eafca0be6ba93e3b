package jp.tsunagi.work.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** 支援事業 and who takes part in which year, on the screens (A5). Today is 2026-11-20. */
class ProgrammesTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final OrganisationId centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
  private final OrganisationId education =
      town.organisation(OrganisationKind.EDUCATION_CENTRE, "教育センター");
  private final TestTown.Worker counsellor = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
  private final TestTown.Worker worker = town.worker(centre, PostKind.PROGRAMME_WORKER, "小峰 ゆう");
  private final TestTown.Worker teacher = town.worker(education, PostKind.HUB_TEACHER, "泉 あさひ");
  private final Visitor visitor = program.visitor().signIn(counsellor);
  private final ChildId hinata = child("青空", "あおぞら", "ひなた", centre);
  private final ChildId haruto = child("海原", "うなばら", "はると", centre);
  private final ChildId elsewhere = child("青空", "あおぞら", "みなみ", education);
  private final ProgrammeId genki =
      town.call(tx -> program.bean(Programmes.class).add(tx, centre, "元気キッズ"));
  private final String url = "/programmes/" + genki;

  private ChildId child(String family, String kana, String given, OrganisationId at) {
    return new TestChildren(program, town)
        .add(
            at, InvolvementKind.CONSULTATION, family, kana, given, given, LocalDate.of(2022, 6, 3));
  }

  private Visitor.Reply join(int year, ChildId... children) {
    String[] form = new String[2 + 2 * children.length];
    form[0] = "year";
    form[1] = String.valueOf(year);
    for (int i = 0; i < children.length; i++) {
      form[2 + 2 * i] = "child";
      form[3 + 2 * i] = children[i].toString();
    }
    return visitor.post(url + "/participants", form).is(200);
  }

  private List<Participant> participants(int year) {
    return town.call(tx ->
        ParticipantSql.of(
            tx, new Programmes.Programme(genki, centre, "元気キッズ"), new FiscalYear(year)));
  }

  @Test
  void aProgrammeIsAddedOnceAndNamedAnew() {
    assertThat(visitor.get("/programmes").is(200).body()).contains("元気キッズ", "支援事業を足す");
    assertThat(
            visitor
                .post("/programmes", "organisation", centre.toString(), "name", " ")
                .is(422)
                .body())
        .contains("支援事業の名前を入力してください");
    String[] long61 = {"organisation", centre.toString(), "name", "あ".repeat(61)};
    assertThat(visitor.post("/programmes", long61).is(422).body()).contains("60文字まで");
    assertThat(
            visitor
                .post("/programmes", "organisation", centre.toString(), "name", "茶おちゃお")
                .is(200)
                .body())
        .contains("支援事業を足しました", "茶おちゃお", "あてはまる参加児童はいません");
    assertThat(visitor.post(url + "/name", "name", "茶おちゃお").is(422).body())
        .contains("同じ名前の支援事業がもうあります", "value=\"茶おちゃお\"");
    assertThat(visitor.post(url + "/name", "name", "元気キッズ北").is(200).body())
        .contains("支援事業の名前を変えました", "元気キッズ北");
    assertThat(town.trace(Action.ADMINISTER)).hasSize(3);
    visitor.post("/programmes", "organisation", education.toString(), "name", "幼児通級").is(404);
  }

  @Test
  void aClosedProgrammeTakesNobodyInAndCanBeOpenedAgain() {
    join(2026, hinata);
    assertThat(visitor.post(url + "/closing").is(200).body()).contains("支援事業を閉じました");
    assertThat(visitor.get("/programmes").is(200).body()).contains("閉じた支援事業（1）", url);
    assertThat(visitor.get(url).is(200).body())
        .contains("（閉じた支援事業）", "/children/" + hinata)
        .doesNotContain("名前でさがす");
    visitor.post(url + "/reopening").is(200);
    assertThat(visitor.get(url).is(200).body()).contains("名前でさがす").doesNotContain("（閉じた支援事業）");
    assertThat(town.trace(Action.ADMINISTER)).hasSize(2);
  }

  @Test
  void aChildIsFoundByItsReadingAndTakenIn() {
    String found =
        visitor.post(url + "/participants/search", "year", "2026", "q", "アオゾラ").is(200).body();
    assertThat(found).contains("青空 ひなた", hinata.toString()).doesNotContain(elsewhere.toString());
    assertThat(town.shownBy(town.trace(Action.SEARCH).getFirst())).contains(hinata);
    assertThat(join(2026, hinata, elsewhere).body())
        .contains("参加する児童を足しました", "R8.11.20から", "未着手", "書きはじめる");
    assertThat(participants(2026)).extracting(Participant::child).containsExactly(hinata);
    assertThat(town.trace(Action.CHANGE_INVOLVEMENT))
        .singleElement()
        .satisfies(row -> assertThat(town.shownBy(row)).containsExactly(hinata));
    assertThat(
            visitor.post(url + "/participants/search", "year", "2026", "q", "あおぞら").is(200).body())
        .contains("足せる児童はいません");
  }

  @Test
  void lastYearsParticipantsAreTakenOverByChoice() {
    join(2026, hinata, haruto);
    String next = visitor.get(url + "?year=2027").is(200).body();
    assertThat(next).contains("令和8年度の参加者から足す（2人）", "令和9年4月1日から");
    join(2027, haruto);
    assertThat(participants(2027))
        .singleElement()
        .satisfies(one -> assertThat(one.child()).isEqualTo(haruto))
        .satisfies(one -> assertThat(one.from()).isEqualTo(LocalDate.of(2027, 4, 1)));
    assertThat(visitor.get(url + "?year=2027").body()).contains("令和8年度の参加者から足す（1人）");
  }

  @Test
  void aParticipationEndsOnADayAndTheEndIsTakenBack() {
    join(2026, hinata);
    String there = url + "/participants/" + hinata;
    assertThat(visitor.get(there + "?year=2026").is(200).body())
        .contains("参加を終える", "value=\"R8.11.20\"", "小峰 ゆう");
    assertThat(visitor.post(there + "/end", "year", "2026", "last", "R8.4.1").is(422).body())
        .contains("参加が始まる前の日付です", "value=\"R8.4.1\"");
    assertThat(visitor.post(there + "/end", "year", "2026", "last", "R9.3.31").is(422).body())
        .contains("年度とともに終わります");
    assertThat(visitor.post(there + "/end", "year", "2026", "last", "そのうち").is(422).body())
        .contains("日付が読めません");
    assertThat(visitor.post(there + "/end", "year", "2026", "last", "R8.11.30").is(200).body())
        .contains("R8.11.20からR8.11.30まで", "終わりを取り消す");
    assertThat(participants(2026).getFirst().to()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(visitor.post(there + "/end", "year", "2026", "last", "R8.11.29").is(422).body())
        .contains("参加はもう終わっています");
    assertThat(visitor.get(url + "?year=2027").body()).doesNotContain("参加者から足す");
    visitor.post(there + "/return", "year", "2026").is(200);
    assertThat(participants(2026).getFirst().to()).isEqualTo(LocalDate.of(2027, 4, 1));
    assertThat(town.trace(Action.CHANGE_INVOLVEMENT)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void somebodyOfTheHouseIsInCharge() {
    join(2026, hinata);
    String there = url + "/participants/" + hinata;
    visitor.post(there + "/charge", "year", "2026", "charge", worker.staff().toString()).is(200);
    assertThat(visitor.get(url).body()).contains("小峰 ゆう");
    visitor.post(there + "/charge", "year", "2026", "charge", teacher.staff().toString()).is(200);
    assertThat(participants(2026).getFirst().inCharge()).isEmpty();
  }

  @Test
  void whatIsNotWrittenIsListedAndTakenOutForAPurpose() {
    join(2026, hinata);
    assertThat(visitor.get("/programmes").body()).contains("?show=NOT_WRITTEN");
    assertThat(visitor.get(url + "?show=FINAL").body()).contains("あてはまる参加児童はいません");
    var file =
        visitor.post(url + "/file", "year", "2026", "show", "ALL", "purpose", "MEETING").is(200);
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    assertThat(town.trace(Action.EXPORT))
        .singleElement()
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("MEETING"));
    visitor.post(url + "/file", "year", "2026", "show", "ALL", "purpose", "for fun").is(404);
    program
        .visitor()
        .signIn(worker)
        .post(url + "/file", "year", "2026", "show", "ALL", "purpose", "WORK")
        .is(404);
  }

  @Test
  void anotherHubFindsNothingOfIt() {
    join(2026, hinata);
    Visitor other = program.visitor().signIn(teacher);
    assertThat(other.get("/programmes").is(200).body()).doesNotContain(url);
    other.get(url).is(404);
    other.get(url + "/participants/" + hinata + "?year=2026").is(404);
    other.post(url + "/participants", "year", "2026", "child", elsewhere.toString()).is(404);
    other.post(url + "/participants/search", "year", "2026", "q", "あおぞら").is(404);
    other
        .post(url + "/participants/" + hinata + "/end", "year", "2026", "last", "R8.11.20")
        .is(404);
    other.post(url + "/name", "name", "ほか").is(404);
    other.post(url + "/closing").is(404);
    assertThat(town.trace(Action.CHANGE_INVOLVEMENT)).hasSize(1);
  }
}
