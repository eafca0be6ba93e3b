package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.approval.ApprovalRoutes;
import org.junit.jupiter.api.Test;

/** 決裁 on the screens: the way at the head, the lists, several together, remarks, the order. */
class ApprovalScreenTest {
  private final SheetTown town = new SheetTown();
  private final TestTown.Worker vice =
      town.town.worker(town.school, PostKind.VICE_PRINCIPAL, "松風 みき");
  private final TestTown.Worker principal =
      town.town.worker(town.school, PostKind.PRINCIPAL, "白石 のぼる");
  private final TestTown.Worker colleague =
      town.town.worker(town.school, PostKind.HOMEROOM_TEACHER, "川辺 ゆう", Optional.of(town.room));

  ApprovalScreenTest() {
    town.town.run(tx ->
        town.program
            .bean(ApprovalRoutes.class)
            .decide(
                tx,
                town.school,
                List.of(PostKind.COORDINATOR, PostKind.VICE_PRINCIPAL, PostKind.PRINCIPAL),
                Map.of("support-school", true)));
  }

  private Visitor as(TestTown.Worker worker) {
    return town.program.visitor().signIn(worker);
  }

  private SheetId written() {
    return town.as(
        town.teacher,
        tx -> {
          SheetId id = town.sheets.start(tx, town.schoolSheet()).orThrow();
          SheetTown.completeSchool().forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          return id;
        });
  }

  @Test
  void theHeadShowsTheWayAndHowMuchIsMissing() {
    SheetId id = town.as(town.teacher, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
    String url = "/sheets/" + id;
    String draft = as(town.teacher).get(url + "/draft").is(200).body();
    assertThat(draft)
        .contains("下書き（森田）", "特支CO（緑川）", "教頭（松風）", "校長（白石）", "保護者の確認")
        .containsPattern("決裁に出す<span id=\"missing-count\"[^>]*>（あと\\d+つ）")
        .doesNotContain("value=\"send\"");
    as(town.teacher).post(url + "/draft", "then", "submit").is(422);
    SheetTown.completeSchool()
        .forEach(one -> town.as(town.teacher, tx -> town.sheets.save(tx, id, one).orThrow()));
    String sent = as(town.teacher).post(url + "/draft", "then", "submit").is(200).body();
    assertThat(sent).contains("決裁に出しました", "決裁中", "引き戻して直す");
    as(town.teacher).post(url + "/draft", "answer.strengths", "別", "then", "submit").is(422);
    as(colleague).get(url).is(404);
    as(colleague).post(url + "/approval", "then", "approve").is(404);
    as(colleague).post(url + "/remarks", "field", "strengths", "words", "x").is(404);
    as(town.nurseryHead).post(url + "/sight").is(404);
    String read = as(town.coordinator).get(url).is(200).body();
    assertThat(read).contains("決裁（特支CO）", "承認する", "差し戻す");
    assertThat(as(vice).get(url).body()).contains("代決する").doesNotContain("承認する");
  }

  @Test
  void theListsShowWhatWaitsAndSeveralAreApprovedOnceOpened() {
    SheetId id = written();
    town.as(town.teacher, tx -> town.sheets.submit(tx, id).orThrow());
    assertThat(as(town.coordinator).get("/day").body()).contains("決裁待ち", "1件");
    Visitor coordinator = as(town.coordinator);
    String before = coordinator.get("/approvals").is(200).body();
    assertThat(before).contains("青空", "2年1組", "まだ開いていません").doesNotContain("type=\"checkbox\"");
    coordinator.post("/approvals", "sheet", id.toString()).is(422);
    coordinator.post("/approvals").is(422);
    coordinator.get("/sheets/" + id).is(200);
    assertThat(coordinator.get("/approvals?sort=name&form=support-school").body())
        .contains("type=\"checkbox\"");
    int rows = town.town.trace(Action.APPROVE_SHEET).size();
    assertThat(coordinator.post("/approvals", "sheet", id.toString()).is(200).body())
        .contains("承認しました", "決裁を待っているものはありません");
    assertThat(town.town.trace(Action.APPROVE_SHEET)).hasSize(rows + 1);
    assertThat(as(vice).get("/approvals").body()).contains("青空");
    assertThat(as(principal).get("/approvals").body()).doesNotContain("青空");
    assertThat(as(town.teacher).get("/approvals?list=sent").body()).contains("青空", "教頭");
    assertThat(as(colleague).get("/approvals?list=sent").body()).doesNotContain("青空");
    as(colleague).post("/approvals", "sheet", id.toString()).is(422);
    var file =
        as(town.coordinator).post("/approvals/file", "list", "waiting", "purpose", "WORK").is(200);
    assertThat(file.header("Content-Disposition")).contains("xlsx");
    Visitor deputy = as(vice);
    deputy.get("/sheets/" + id).is(200);
    deputy.post("/sheets/" + id + "/approval", "then", "return", "note", "期限を書いてください").is(200);
    assertThat(as(town.teacher).get("/approvals?list=returned").body()).contains("青空");
    assertThat(as(town.teacher).get("/sheets/" + id + "/draft").body()).contains("期限を書いてください");
    assertThat(as(town.teacher).get("/day").body()).contains("差し戻し");
  }

  @Test
  void aRemarkStandsBesideItsFieldUntilItIsSettled() {
    SheetId id = written();
    town.as(town.teacher, tx -> town.sheets.submit(tx, id).orThrow());
    String url = "/sheets/" + id;
    Visitor coordinator = as(town.coordinator);
    coordinator.get(url).is(200);
    coordinator.post(url + "/remarks", "field", "strengths", "words", " ").is(422);
    coordinator.post(url + "/remarks", "field", "nothing", "words", "x").is(404);
    assertThat(coordinator.post(url + "/remarks", "field", "strengths", "words", "いつのことですか").body())
        .contains("いつのことですか");
    assertThat(as(principal).get(url).body()).contains("いつのことですか");
    coordinator.post(url + "/approval", "then", "return", "note", "コメントを見てください").is(200);
    Visitor teacher = as(town.teacher);
    String draft = teacher.get(url + "/draft").is(200).body();
    assertThat(draft).contains("いつのことですか", "緑川 まこと");
    String remark = draft.replaceAll("(?s).*name=\"settled\" value=\"([^\"]+)\".*", "$1");
    assertThat(teacher.post(url + "/draft", "settled", remark).is(200).body())
        .doesNotContain("いつのことですか");
    town.asMother(tx -> {
      assertThat(tx.sql().fetch("select 1 from sheet_remark")).isEmpty();
      assertThat(tx.sql().fetch("select 1 from approval_step")).isEmpty();
      assertThat(tx.sql().fetch("select 1 from sheet_step where step = 'RETURNED'")).isEmpty();
      return id;
    });
  }

  @Test
  void whoeverApprovesAtAPlaceSaysWhoDecidesThere() {
    String url = "/approval-route/" + town.school;
    Visitor head = as(principal);
    assertThat(head.get("/approval-route").is(200).body())
        .contains("特別支援コーディネーター", "教頭", "校長", "支援内容（小・中学校）");
    String up =
        head.post(
                url,
                "post",
                "VICE_PRINCIPAL",
                "post",
                "PRINCIPAL",
                "up",
                "PRINCIPAL",
                "form.support-school",
                "no")
            .is(200)
            .body();
    assertThat(up.indexOf("value=\"PRINCIPAL\""))
        .isLessThan(up.indexOf("value=\"VICE_PRINCIPAL\""));
    assertThat(town.town.trace(Action.ADMINISTER)).as("nothing is kept yet").isEmpty();
    head.post(url, "post", "PRINCIPAL", "form.support-school", "no", "keep", "yes").is(200);
    assertThat(town.town.trace(Action.ADMINISTER)).hasSize(1);
    List<PostKind> order =
        town.town.call(tx -> town.program.bean(ApprovalRoutes.class).of(tx, town.school));
    assertThat(order).containsExactly(PostKind.PRINCIPAL);
    SheetId id = written();
    assertThat(as(town.teacher).get("/sheets/" + id + "/draft").body())
        .as("決裁なし")
        .contains("value=\"send\"")
        .doesNotContain("校長（");
    as(town.coordinator).get(url).is(404);
    as(town.nurseryHead).get(url).is(404);
    as(town.teacher).get("/approval-route").is(404);
  }
}
