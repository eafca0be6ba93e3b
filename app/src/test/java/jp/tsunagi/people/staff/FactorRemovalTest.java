package jp.tsunagi.people.staff;

import static jp.tsunagi.people.staff.SecondFactorTown.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two administrators take off the second factor of somebody who has lost it. */
class FactorRemovalTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final SecondFactorTown factors = new SecondFactorTown(program, town);
  private OrganisationId office;
  private TestTown.Worker lost;
  private TestTown.Worker morita;
  private Visitor first;
  private Totp app;
  private String url;

  @BeforeEach
  void anAdministratorAndSomebodyWithASecondFactor() {
    office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    morita = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    lost = town.worker(office, PostKind.CENTRE_HEAD, "水野 しおり");
    app = factors.given(lost);
    first = program.visitor("127.0.0.61").signIn(morita);
    url = "/staff/" + lost.staff() + "/factor-removal";
  }

  private TestTown.Worker another() {
    return town.worker(office, PostKind.ADMINISTRATOR, "枝野 つかさ");
  }

  private Visitor.Reply ask() {
    return first.post(url, "reason", "機種変更。窓口で本人と会った");
  }

  private List<String> traced() {
    return town.trace(Action.SECOND_FACTOR).stream().map(row -> row.getDetail().data()).toList();
  }

  private boolean isOn() {
    return town.call(tx -> FactorSql.isOn(tx, lost.account()));
  }

  @Test
  void oneAsksAnotherConfirmsAndThePasswordAloneSignsInAgain() {
    Visitor second = program.visitor("127.0.0.62").signIn(another());
    Visitor open = factors.half(lost, "127.0.0.63");
    type(open, factors.code(app, 0)).is(200);
    assertThat(first.get("/staff/" + lost.staff()).body()).contains(url, "使っています");
    assertThat(first.post(url, "reason", "  ").is(422).body()).contains("理由を入力してください");
    assertThat(ask().is(200).body()).contains("別のシステム管理者に伝えてください", "頼んだ人は確認できません");
    assertThat(ask().is(422).body()).contains("すでに頼まれています");
    assertThat(first.post(url + "/confirmation").is(422).body()).contains("頼んだ人は確認できません");
    assertThat(isOn()).isTrue();

    assertThat(second.get("/staff").body()).contains("水野 しおりさんの2段階ログインを外す確認", url);
    assertThat(second.get(url).is(200).body()).contains("機種変更", "森田 かえで", "10:00");
    assertThat(second.post(url + "/confirmation").is(200).body()).contains("外しました");
    assertThat(isOn()).isFalse();
    assertThat(open.get("/day").path()).isEqualTo("/sign-in");
    assertThat(traced()).hasSize(2);
    assertThat(traced().getLast()).contains("staff.removal.confirmed " + lost.staff());
    assertThat(second.post(url + "/confirmation").is(422).body()).contains("確認を待っているものがありません");
    program.visitor("127.0.0.63").signIn(lost);
    assertThat(first.get("/staff").body()).doesNotContain(url);
  }

  @Test
  void afterADayOrANewFactorNothingIsConfirmed() {
    TestTown.Worker edano = another();
    ask().is(200);
    program.clock().set(TestClock.START.plus(FactorRemoval.WAITS));
    Visitor second = program.visitor("127.0.0.62").signIn(edano);
    assertThat(second.post(url + "/confirmation").is(422).body()).contains("24時間");
    assertThat(isOn()).isTrue();
    second.post(url, "reason", "機種変更").is(200);
    town.run(tx -> FactorSql.remove(tx, lost.account()));
    program.clock().set(TestClock.START.plus(FactorRemoval.WAITS).plusSeconds(600));
    factors.given(lost);
    program.visitor("127.0.0.61").signIn(morita).post(url + "/confirmation").is(422);
    assertThat(isOn()).isTrue();
  }

  @Test
  void itIsWithdrawn() {
    Visitor second = program.visitor("127.0.0.62").signIn(another());
    ask().is(200);
    assertThat(second.post(url + "/withdrawal").is(200).body()).contains("取りやめました");
    second.post(url + "/withdrawal").is(422);
    second.post(url + "/confirmation").is(422);
    assertThat(isOn()).isTrue();
    assertThat(traced()).hasSize(2);
    ask().is(200);
  }

  @Test
  void theOnlyAdministratorIsToldWhatToDo() {
    assertThat(first.get(url).is(200).body())
        .contains("ほかにいません", "予備コード")
        .doesNotContain("<textarea");
    assertThat(ask().is(422).body()).contains("ほかにいません");
    assertThat(first.get(SecondFactorController.URL).body()).contains("あなただけです");
    another();
    assertThat(first.get(SecondFactorController.URL).body()).doesNotContain("あなただけです");
    assertThat(traced()).isEmpty();
  }

  @Test
  void nobodyAsksOrConfirmsForHerself() {
    TestTown.Worker edano = another();
    Totp own = factors.given(edano);
    Visitor second = factors.half(edano, "127.0.0.62");
    type(second, factors.code(own, 0)).is(200);
    String hers = "/staff/" + edano.staff() + "/factor-removal";
    assertThat(second.post(hers, "reason", "x").is(422).body()).contains("自分では外せません");
    assertThat(first.post(hers, "reason", "x").is(422).body()).contains("確認できるシステム管理者が");
    town.worker(office, PostKind.ADMINISTRATOR, "高見 みどり");
    first.post(hers, "reason", "x").is(200);
    assertThat(second.get(hers).is(200).body()).contains("自分では確認できません");
    second.post(hers + "/confirmation").is(422);
    second.post(hers + "/withdrawal").is(200);
  }

  @Test
  void forEverybodyElseNothingOfThisIsThere() {
    another();
    Visitor other = factors.half(lost, "127.0.0.63");
    type(other, factors.code(app, 0)).is(200);
    other.get(url).is(404);
    other.post(url, "reason", "x").is(404);
    other.post(url + "/confirmation").is(404);
    TestTown next = program.newTown();
    var place = next.organisation(OrganisationKind.CITY_OFFICE, "となりの課");
    var foreign = next.worker(place, PostKind.ADMINISTRATOR, "枝野 つかさ");
    program.visitor().signIn(foreign).get(url).is(404);
  }
}
