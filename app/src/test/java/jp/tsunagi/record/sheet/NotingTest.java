package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** What a guardian answered on paper or in a talk, as staff note it down (A6, A7). */
class NotingTest {
  private final SheetTown town = new SheetTown();

  private Visitor visitor(TestTown.Worker worker) {
    return town.program.visitor().signIn(worker);
  }

  private SheetId started() {
    return town.as(town.teacher, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
  }

  private int seen() {
    return town.town.trace(Action.VIEW_SHEET).size();
  }

  /** The hub reads by consent and may not move the sheet: what it is shown again has its row. */
  @Test
  void aMoveThatIsRefusedShowsTheSheetAndLeavesItsRow() {
    town.consented();
    SheetId id = started();
    town.as(
        town.teacher,
        tx -> {
          SheetTown.completeSchool().forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          return town.sheets.send(tx, id).orThrow();
        });
    Visitor teacher = visitor(town.teacher);
    String confirmation = "/sheets/" + id + "/confirmation";
    int before = seen();
    teacher.post(confirmation).is(422);
    assertThat(seen()).isEqualTo(before + 1);
    teacher.post(confirmation, answered("confirm")).is(200);
    Visitor hub = visitor(town.counsellor);
    for (String move : new String[] {"correction", "recall", "amendment"}) {
      int already = seen();
      assertThat(hub.post("/sheets/" + id + "/" + move).is(422).body()).contains("路線図");
      assertThat(seen()).as(move).isEqualTo(already + 1);
    }
  }

  @Test
  void paperConfirmationMakesItFinalAndReadable() {
    town.consented();
    SheetId id = started();
    town.as(
        town.teacher,
        tx -> {
          SheetTown.completeSchool().forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          return town.sheets.send(tx, id).orThrow();
        });
    visitor(town.counsellor).get("/sheets/" + id).is(404);
    Visitor teacher = visitor(town.teacher);
    teacher.get("/sheets/" + id).is(200);
    var refused =
        teacher
            .post(
                "/sheets/" + id + "/confirmation",
                "guardian",
                town.mother.toString(),
                "on",
                "R99.1.1")
            .is(422);
    assertThat(refused.body())
        .as("which answer, which day, where the paper is")
        .contains("見なおす欄が3か所あります")
        .contains("href=\"#f-reply\"", "href=\"#f-on\"", "href=\"#f-place\"")
        .contains("value=\"R99.1.1\"");
    assertThat(town.town.trace(Action.CONFIRM_SHEET)).isEmpty();
    String[] longAgo = answered("confirm");
    longAgo[Arrays.asList(longAgo).indexOf("on") + 1] = "S30.1.1";
    assertThat(teacher.post("/sheets/" + id + "/confirmation", longAgo).is(422).body())
        .contains("この記録の年度よりずっと前の日");
    assertThat(town.town.trace(Action.CONFIRM_SHEET)).isEmpty();
    var done = teacher.post("/sheets/" + id + "/confirmation", answered("confirm")).is(200);
    assertThat(done.body()).contains("確定", "青空 みなみ（母）さん", "路線図").contains("紙の保管場所：職員室 書庫2");
    var hub = visitor(town.counsellor).get("/sheets/" + id).is(200);
    assertThat(hub.body()).contains("路線図").contains("同意により");
    assertThat(town.town.trace(Action.CONFIRM_SHEET)).hasSize(1);
  }

  /** What staff note down of a paper. */
  private String[] answered(String reply, String... more) {
    String[] always = {
      "reply",
      reply,
      "guardian",
      town.mother.toString(),
      "means",
      "PAPER",
      "on",
      "R8.11.19",
      "place",
      "職員室 書庫2"
    };
    String[] all = java.util.Arrays.copyOf(always, always.length + more.length);
    System.arraycopy(more, 0, all, always.length, more.length);
    return all;
  }

  private SheetId complete() {
    SheetId id = started();
    town.as(
        town.teacher,
        tx -> {
          SheetTown.completeSchool().forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          return id;
        });
    return id;
  }

  @Test
  void aPaperOnWhichSomethingIsWrongDoesNotMakeItFinal() {
    SheetId id = complete();
    town.as(town.teacher, tx -> town.sheets.send(tx, id).orThrow());
    Visitor teacher = visitor(town.teacher);
    String confirmation = "/sheets/" + id + "/confirmation";
    teacher.get("/sheets/" + id).is(200);
    assertThat(teacher.post(confirmation, answered("disagree")).is(422).body())
        .contains("どこが違うかを書いてください");
    var noted = teacher.post(confirmation, answered("disagree", "note", "薬の名前が違います")).is(200);
    assertThat(noted.body()).contains("まだ確定していません", "薬の名前が違います", "返事を受けて、次にすること");
    assertThat(town.town.trace(Action.CONFIRM_SHEET)).hasSize(1);
    teacher.post(confirmation, answered("talk")).is(200);
    assertThat(teacher.post(confirmation, answered("confirm")).is(200).body())
        .doesNotContain("保護者の確認を待っています");
    assertThat(town.town.trace(Action.CONFIRM_SHEET)).hasSize(3);
  }

  @Test
  void aScanOfTheSignedPaperIsKeptForTheOrganisation() {
    town.consented();
    SheetId id = complete();
    Visitor teacher = visitor(town.teacher);
    String draft = "/sheets/" + id + "/draft";
    assertThat(teacher.get(draft).is(200).body()).contains("紙か口頭で、もう返事をもらっている");
    assertThat(teacher.post(draft, "then", "note").is(422).body())
        .contains("返事は、まだ記録していません", "href=\"#f-reply\"");
    byte[] scan = "%PDF-1.7 signed".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String[] without = answered("confirm", "then", "note");
    without[9] = "";
    assertThat(teacher.post(draft, without).is(422).body()).contains("紙の保管場所を書くか");
    var done = teacher.upload(draft, "file.SIGNED", "確認.pdf", scan, without).is(200);
    assertThat(done.path()).startsWith("/sheets/" + id + "?");
    var link = java.util.regex.Pattern.compile("href=\"(/files/[0-9a-f-]+)\"").matcher(done.body());
    assertThat(link.find()).isTrue();
    teacher.get(link.group(1)).is(200);
    visitor(town.coordinator).get(link.group(1)).is(200);
    visitor(town.counsellor).get(link.group(1)).is(200); // by the consent, like the sheet itself
    visitor(town.nurseryHead).get(link.group(1)).is(404);
  }

  @Test
  void aDraftShownOnPaperStaysADraftWhenSomethingIsWrong() {
    SheetId id = complete();
    Visitor teacher = visitor(town.teacher);
    String draft = "/sheets/" + id + "/draft";
    var noted =
        teacher.post(draft, answered("disagree", "note", "薬の名前が違います", "then", "note")).is(200);
    assertThat(noted.path()).startsWith(draft);
    assertThat(noted.body()).contains("まだ確定していません", "薬の名前が違います");
    teacher.post(draft, answered("confirm", "then", "note")).is(200);
    assertThat(town.town.trace(Action.CONFIRM_SHEET)).hasSize(2);
  }
}
