package jp.tsunagi.work.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** 計画の求め (B4): asked for, agreed to by the place and the family, readable for a time. */
class RequestTest {
  private final RequestTown town = new RequestTown();
  private final String sheet = "/sheets/" + town.sheet;

  private Iterable<String> traced() {
    return town.town.trace(Action.REQUEST).stream().map(row -> row.getPurpose()).toList();
  }

  @Test
  void whatIsAskedForIsReadOnlyOnceBothAgreed() {
    Visitor manager = town.as(town.manager);
    assertThat(manager.get("/children/" + town.child).is(200).body()).contains(town.url());
    assertThat(manager.get(town.url()).is(200).body())
        .contains("求めたものはありません", "みなみ小学校", "支援内容（小・中学校）")
        .doesNotContain("絵をかくこと");
    String form = town.url() + "/new?form=support-school&year=2026&place=" + town.school;
    assertThat(manager.get(form).is(200).body()).contains("みなみ小学校", "目標と支援", "実態");
    assertThat(
            manager
                .post(
                    town.url() + "/new",
                    "id",
                    ConsentId.create().toString(),
                    "place",
                    town.school.toString(),
                    "form",
                    "support-school",
                    "year",
                    "2026",
                    "needed",
                    "R8.12.25",
                    "until",
                    "R8.12.1")
                .is(422)
                .body())
        .contains("一つ以上えらんでください", "10文字以上", "答えの期限より前の日です");
    ConsentId id = ConsentId.create();
    String request = "/requests/" + id;
    manager.post(town.url() + "/new", town.asked(id, town.school)).is(200);
    assertThat(manager.post(town.url() + "/new", town.asked(id, town.school)).is(200).body())
        .contains("答えを待っています", "放課後の支援を、学校の目標に合わせるため");
    assertThat(manager.get("/requests?side=ASKING").is(200).body())
        .containsOnlyOnce("href=\"" + request);
    manager.post(request + "/answer", town.agreement("state")).is(404);
    manager.get(sheet).is(404);

    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get("/day").is(200).body()).contains("ほかの機関から求められた計画に答える");
    assertThat(coordinator.get("/requests").is(200).body()).contains(request, "こばと", "はる");
    assertThat(coordinator.get(request).is(200).body())
        .contains("こばと", "実態", "目標と支援", "令和9年3月31日")
        .doesNotContain("評価と引継ぎ");
    assertThat(coordinator.post(request + "/answer", town.agreement("outcome")).is(422).body())
        .as("nothing that was not asked for")
        .contains("一つ以上えらんでください");
    coordinator.post(request + "/answer", town.agreement("state", "support")).is(200);
    assertThat(coordinator.post(request + "/answer", town.agreement("state")).is(200).body())
        .contains("すでに答えが出ているか", "保護者の返事を待っています");
    assertThat(manager.get(request).is(200).body())
        .contains("答えを待っています")
        .doesNotContain("保護者の返事", "お願いしました");
    manager.get(sheet).is(404);

    town.later();
    Visitor mother = town.as(town.mother);
    var asked = mother.get(town.portal(request)).is(200);
    assertThat(asked.text())
        .contains("こばとから", "みなみ小学校は、見せてよいと答えています", "令和8年度", "学校の目標に合わせるため", "令和9年3月31日");
    var offered = RequestTown.offered(asked.body());
    assertThat(offered).hasSize(2);
    String state =
        offered.stream().filter(one -> one.contains("/state@")).findFirst().orElseThrow();
    mother.post(town.portal(request), "answer", "agree", "scope", state).is(200);
    mother.post(town.portal(request), "answer", "agree", "scope", state).is(200);

    town.later();
    assertThat(manager.get("/day").is(200).body()).contains("求めた計画に答えがあった");
    assertThat(manager.get(request).is(200).body()).contains("読めます", sheet);
    assertThat(manager.get("/day").body()).doesNotContain("求めた計画に答えがあった");
    assertThat(manager.get(sheet).is(200).body()).contains("絵をかくことが好き").doesNotContain("手伝ってください");
    assertThat(manager.get("/requests?side=ASKING&show=READABLE").body()).contains(request);
    assertThat(manager.get("/requests?side=ASKING").body()).doesNotContain(request);
    assertThat(coordinator.get(request).body()).contains("見せてよいと答え", "川辺 すず", "保護者", "こばと");
    assertThat(traced()).containsExactly("ASKED", "AGAIN", "AGREED", "AGAIN");
    assertThat(town.town.trace(Action.REQUEST))
        .allSatisfy(row -> assertThat(row.getChildId()).isEqualTo(town.child));
    assertThat(town.town.trace(Action.GIVE_CONSENT))
        .extracting(row -> row.getPurpose())
        .containsExactly("SHARE", "AGAIN");
  }

  /** What is not chosen is said at its field, and what was chosen stays. */
  @Test
  void aChoiceThatIsMissingIsAskedForAgain() {
    Visitor manager = town.as(town.manager);
    String form = town.url() + "/new?form=support-school&year=2024&place=";
    String again = manager.get(form).is(422).body();
    assertThat(again)
        .contains("えらんでください", "id=\"f-place-error\"", "value=\"support-school\" selected")
        .containsPattern("value=\"2024\" selected");
    assertThat(again).doesNotContain("href=\"#f-form\"", "href=\"#f-year\"");
    manager.get(form + town.service).is(422);
    manager.get(form + town.school).is(200);
    assertThat(
            manager
                .post(
                    town.url() + "/new",
                    "id",
                    ConsentId.create().toString(),
                    "place",
                    town.school.toString(),
                    "form",
                    "profile",
                    "year",
                    "2026")
                .is(422)
                .body())
        .contains("href=\"#f-form\"", "value=\"" + town.school + "\" selected")
        .doesNotContain("href=\"#f-place\"");
    assertThat(manager.get(town.url()).is(200).body())
        .contains("value=\"2026\" selected")
        .doesNotContain("class=\"error\"");
    assertThat(traced()).isEmpty();
  }

  @Test
  void theReasonSaysThatBothAgreed() {
    town.readable();
    Visitor manager = town.as(town.manager);
    String page = manager.get("/children/" + town.child).is(200).body();
    var reason =
        java.util.regex.Pattern.compile("/children/[0-9a-f-]+/items/[0-9a-f-]+/reason")
            .matcher(manager.get(sheet).is(200).body() + page);
    assertThat(reason.find()).isTrue();
    assertThat(manager.get(reason.group()).is(200).body()).contains("こばとの求めに、書いた機関と保護者が同意しました");
  }

  @Test
  void theLatestFinalVersionIsRead() {
    town.readable();
    town.amended("粘土が好き");
    assertThat(town.as(town.manager).get(sheet).is(200).body())
        .contains("粘土が好き")
        .doesNotContain("絵をかくことが好き");
  }

  @Test
  void aWithdrawalHoldsAtOnce() {
    String request = town.readable();
    Visitor manager = town.as(town.manager);
    manager.get(sheet).is(200);
    town.as(town.mother).post(town.portal(request) + "/withdrawal").is(200);
    manager.get(sheet).is(404);
    assertThat(manager.get(request).is(200).body()).contains("同意が取り消されました", "もう読めません");
    assertThat(town.town.trace(Action.WITHDRAW_CONSENT)).hasSize(1);
  }

  @Test
  void itEndsByItself() {
    String request = town.readable();
    town.family.program.clock().set(LocalDate.of(2027, 3, 31));
    town.as(town.manager).get(sheet).is(200);
    town.family.program.clock().set(LocalDate.of(2027, 4, 1));
    Visitor manager = town.as(town.manager);
    manager.get(sheet).is(404);
    assertThat(manager.get(request).is(200).body()).contains("期間終了");
  }

  @Test
  void anObjectionBeatsIt() {
    town.readable();
    Visitor manager = town.as(town.manager);
    manager.get(sheet).is(200);
    town.as(town.mother)
        .post(
            "/portal/children/" + town.child + "/objections",
            "id",
            UUID.randomUUID().toString(),
            "step",
            "send",
            "scope",
            "SUPPORT",
            "against",
            "all")
        .is(200);
    manager.get(sheet).is(404);
  }

  @Test
  void onlyWhoDealsWithTheChildHasToDoWithIt() {
    TestTown.Worker stranger =
        town.town.worker(town.family.nursery, PostKind.NURSERY_HEAD, "花園 みつ");
    String request = town.ask(town.family.nursery);
    Visitor head = town.as(stranger);
    assertThat(head.get("/day").is(200).body()).doesNotContain("求められた計画");
    assertThat(head.get("/requests").is(200).body()).contains("求められたものはありません");
    head.get(request).is(404);
    head.post(request + "/answer", "answer", "refuse", "reason", "TALK").is(404);
    head.get(town.url()).is(404);
    head.post(town.url() + "/new", town.asked(ConsentId.create(), town.school)).is(404);
    Visitor manager = town.as(town.manager);
    assertThat(manager.get(request).is(200).body()).contains("答えを待っています");
    town.family.program.clock().set(LocalDate.of(2026, 12, 26));
    assertThat(town.as(town.manager).get(request).is(200).body()).contains("期限までに答えなし");
    assertThat(traced()).containsExactly("ASKED");
  }

  /** A class teacher asks through whoever answers for the school. */
  @Test
  void whoDoesNotAnswerForThePlaceDoesNotAsk() {
    TestTown.Worker worker =
        town.town.worker(town.family.centre, PostKind.PROGRAMME_WORKER, "浜辺 ゆう");
    Visitor visitor = town.as(worker);
    assertThat(visitor.get("/children/" + town.child).is(200).body()).doesNotContain(town.url());
    visitor.get(town.url()).is(404);
    visitor.post(town.url() + "/new", town.asked(ConsentId.create(), town.school)).is(404);
    assertThat(traced()).isEmpty();
  }

  @Test
  void aBlockKeepsItAway() {
    String request = town.ask(town.school);
    Visitor coordinator = town.as(town.coordinator);
    coordinator.get(request).is(200);
    coordinator
        .post(
            "/children/" + town.child + "/blocks",
            "kind",
            "SELF",
            "id",
            UUID.randomUUID().toString(),
            "SELF.reason",
            "RELATIVE")
        .is(200);
    coordinator.get(request).is(404);
    assertThat(coordinator.get("/requests").is(200).body()).doesNotContain(request);
    coordinator.post(request + "/answer", town.agreement("state")).is(404);
    assertThat(traced()).containsExactly("ASKED");
  }
}
