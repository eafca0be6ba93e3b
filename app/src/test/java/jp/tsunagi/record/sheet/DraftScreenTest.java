package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.form.Answer;
import org.junit.jupiter.api.Test;

/** The writing screen and the sheet on the running program: success, refusal, trace, 404. */
class DraftScreenTest {
  private static final String PAGE = "0197a1b2-0000-7000-8000-00000000000a";

  private final SheetTown town = new SheetTown();

  private Visitor visitor(TestTown.Worker worker) {
    return town.program.visitor().signIn(worker);
  }

  private SheetId started() {
    return town.as(town.teacher, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
  }

  private Answer strengths(SheetId id) {
    return town.as(
        town.teacher,
        tx ->
            town.program
                .bean(SheetReading.class)
                .draft(tx, id)
                .part("state")
                .map(part -> part.answers().at("strengths"))
                .orElse(new Answer.NotAsked()));
  }

  @Test
  void startsFromTheChildAndSavesWithoutScripts() {
    Visitor teacher = visitor(town.teacher);
    String list = "/children/" + town.child + "/sheets";
    teacher.get(list).is(200);
    var draft = teacher.post(list, "form", "support-school").is(200);
    assertThat(draft.path()).endsWith("/draft");
    assertThat(draft.body()).contains("answer.strengths").contains("保護者に送る");
    assertThat(draft.body())
        .as("begins with the class teacher and the day")
        .contains("value=\"森田 かえで\"")
        .containsPattern("name=\"answer.written-on\" value=\"[^\"]*11");
    var saved =
        teacher
            .post(draft.path(), "answer.strengths", "絵をかくこと", "asked", "answer.strengths")
            .is(200);
    assertThat(saved.body()).contains("絵をかくこと").contains("保存しました");
    assertThat(town.town.trace(Action.VIEW_SHEET)).isNotEmpty();
    assertThat(town.town.trace(Action.SAVE_DRAFT)).isNotEmpty();
  }

  @Test
  void autosaveAnswersWithTheTimeAndLeavesOneRow() {
    SheetId id = started();
    int before = town.town.trace(Action.SAVE_DRAFT).size();
    Visitor teacher = visitor(town.teacher);
    teacher.get("/sheets/" + id + "/draft").is(200);
    for (String text : new String[] {"絵", "絵をかく", "絵をかくこと"}) {
      var reply =
          teacher
              .post(
                  "/sheets/" + id + "/draft",
                  "changed",
                  "answer.strengths",
                  "answer.strengths",
                  text,
                  "page",
                  PAGE)
              .is(200);
      assertThat(reply.header("Saved-At")).isEqualTo("10:00");
      assertThat(reply.body()).contains("hx-swap-oob");
    }
    assertThat(strengths(id)).isEqualTo(new Answer.Text("絵をかくこと"));
    assertThat(town.town.trace(Action.SAVE_DRAFT)).hasSize(before + 1);
    teacher.post("/sheets/" + id + "/draft", "changed", "answer.strengths", "page", PAGE).is(200);
    assertThat(strengths(id)).isEqualTo(new Answer.Empty());
  }

  @Test
  void sameFieldShowsBothTextsAndTheWriterDecides() {
    SheetId id = started();
    town.as(town.coordinator, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
    Visitor teacher = visitor(town.teacher);
    Visitor other = visitor(town.coordinator);
    String draft = "/sheets/" + id + "/draft";
    teacher.get(draft).is(200);
    other.get(draft).is(200);
    teacher.post(draft, "changed", "answer.strengths", "answer.strengths", "絵").is(200);
    var both =
        other
            .post(draft, "changed", "answer.strengths", "answer.strengths", "歌", "page", PAGE)
            .is(409);
    assertThat(both.body()).contains("絵").contains("歌").contains("森田 かえで");
    assertThat(strengths(id)).isEqualTo(new Answer.Text("絵"));
    other
        .post(draft, "answer.strengths", "歌", "page", PAGE, "settle", "both:answer.strengths")
        .is(200);
    assertThat(strengths(id)).isEqualTo(new Answer.Text("絵\n歌"));
  }

  @Test
  void sendingAnUnfinishedSheetSaysWhatIsMissing() {
    SheetId id = started();
    Visitor teacher = visitor(town.teacher);
    teacher.get("/sheets/" + id + "/draft").is(200);
    var refused =
        teacher.post("/sheets/" + id + "/draft", "answer.strengths", "絵", "then", "send").is(422);
    assertThat(refused.body()).contains("先に進めませんでした").contains("作成日");
    assertThat(strengths(id)).as("what was typed is kept").isEqualTo(new Answer.Text("絵"));
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
  void finishingFromASectionIsDoneAndTraced() {
    town.consented();
    Visitor hub = visitor(town.counsellor);
    var first = hub.post("/children/" + town.child + "/sheets", "form", "profile").is(200);
    String sheet = first.path().substring(0, first.path().indexOf("/draft"));
    hub.post(
            sheet + "/draft/strengths",
            "answer.likes",
            "電車",
            "said.guardian",
            town.mother.toString(),
            "said.on",
            "R8.11.1")
        .is(200);
    var done = hub.post(sheet + "/draft/strengths", "then", "finish").is(200);
    assertThat(done.path()).startsWith(sheet + "?").contains("finish");
    assertThat(town.town.trace(Action.FINISH_SHEET)).hasSize(1);
  }

  @Test
  void aPageThatSentNothingIsNoMistakeOfOurs() {
    SheetId id = started();
    int before = seen();
    visitor(town.teacher).post("/sheets/" + id + "/draft").is(200);
    assertThat(seen()).isGreaterThan(before);
  }

  @Test
  void aRowTakenOutCanBePutBackWithAllThatStoodInIt() {
    SheetId id = started();
    Visitor teacher = visitor(town.teacher);
    String draft = "/sheets/" + id + "/draft";
    String row = "goals.0197a1b2-0000-7000-8000-000000000001";
    teacher
        .post(
            draft,
            "answer." + row + ".goal",
            "「手伝って」と言う。",
            "answer." + row + ".means",
            "絵カード。",
            "page",
            PAGE)
        .is(200);
    var without = teacher.post(draft, "remove", row, "page", PAGE).is(200);
    assertThat(without.path()).endsWith("done=sheet.saved");
    assertThat(without.body()).contains("消した行：「手伝って」と言う。").doesNotContain("絵カード");
    var back = teacher.post(draft, "restore", row, "page", PAGE).is(200);
    assertThat(back.body()).contains("絵カード").doesNotContain("消した行");
    int rows = town.town.trace(Action.SAVE_DRAFT).size();
    visitor(town.coordinator).post(draft, "restore", row).is(404);
    assertThat(town.town.trace(Action.SAVE_DRAFT)).hasSize(rows);
  }

  @Test
  void aTextThatIsTooLongIsKeptWholeAndTheWayToItIsShown() {
    SheetId id = started();
    Visitor teacher = visitor(town.teacher);
    String text = "あ".repeat(5000);
    var refused =
        teacher.post("/sheets/" + id + "/draft", "answer.strengths", text, "then", "send").is(422);
    assertThat(strengths(id)).isEqualTo(new Answer.Text(text));
    assertThat(refused.body())
        .contains("1000文字までで書いてください（いま5000文字）")
        .contains("href=\"#f-answer-strengths\"")
        .contains("5000 / 1000文字：4000文字多いです")
        .doesNotContain("maxlength=\"40000\"");
  }

  @Test
  void autosaveSaysBesideTheFieldWhyItCannotBeTaken() {
    SheetId id = started();
    Visitor teacher = visitor(town.teacher);
    String draft = "/sheets/" + id + "/draft";
    String[] typed = {"changed", "answer.written-on", "answer.written-on", "5月", "page", PAGE};
    assertThat(teacher.post(draft, typed).is(200).body())
        .contains("id=\"f-answer-written-on-error\" hx-swap-oob=\"true\"")
        .contains("「5月」：日付として読めません");
    assertThat(teacher.get(draft).is(200).body())
        .as("what was typed is kept, with how a date can be written")
        .contains("value=\"5月\"")
        .contains("のどれでも書けます");
    typed[3] = "令和8年5月14日";
    assertThat(teacher.post(draft, typed).is(200).body())
        .contains("id=\"f-answer-written-on-error\" hx-swap-oob=\"true\"></div>");
    var saved = teacher.post(draft, "answer.written-on", "5月", "page", PAGE).is(200);
    assertThat(saved.body()).contains("まだ受け取れない欄があります");
  }

  @Test
  void aRefusedStepNamesEveryFieldAndMarksIt() {
    SheetId id = started();
    Visitor teacher = visitor(town.teacher);
    String draft = "/sheets/" + id + "/draft";
    String row = "goals.0197a1b2-0000-7000-8000-000000000001";
    var refused =
        teacher
            .post(
                draft,
                "answer." + row + ".means",
                "絵カード。",
                "answer.strengths",
                "あ".repeat(1001),
                "answer.written-on",
                "5月",
                "page",
                PAGE,
                "then",
                "send")
            .is(422);
    assertThat(refused.body())
        .contains("直す欄が4つあります")
        .contains("href=\"#f-answer-strengths\"")
        .contains("href=\"#f-answer-goals-0197a1b2-0000-7000-8000-000000000001-goal\"")
        .contains("href=\"#f-answer-teacher\"")
        .contains("href=\"#f-answer-written-on\"")
        .contains("絵カード。")
        .contains("value=\"5月\"");
    assertThat(refused.body().split("class=\"error\"", -1)).hasSize(5);
  }

  @Test
  void othersDoNotFindIt() {
    SheetId id = started();
    visitor(town.coordinator).get("/sheets/" + id).is(404);
    visitor(town.coordinator).get("/sheets/" + id + "/draft").is(404);
    visitor(town.counsellor).get("/sheets/" + id).is(404);
    visitor(town.counsellor).get("/children/" + town.child + "/sheets").is(404);
    Visitor stranger = visitor(town.nurseryHead);
    stranger.get("/sheets/" + id).is(404);
    stranger.post("/sheets/" + id + "/draft", "answer.strengths", "x").is(404);
    stranger.post("/children/" + town.child + "/sheets", "form", "support-school").is(404);
    stranger.get("/sheets/" + SheetId.create()).is(404);
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
        .contains("見なおす欄が3つあります")
        .contains("href=\"#f-reply\"", "href=\"#f-on\"", "href=\"#f-place\"")
        .contains("value=\"R99.1.1\"");
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
    assertThat(noted.body()).contains("まだ確定していません", "薬の名前が違います", "保護者の確認を待っています");
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

  @Test
  void familySheetIsTypedInSectionBySection() {
    Visitor hub = visitor(town.counsellor);
    town.consented();
    var first = hub.post("/children/" + town.child + "/sheets", "form", "profile").is(200);
    assertThat(first.path()).contains("/draft/");
    String sheet = first.path().substring(0, first.path().indexOf("/draft"));
    var next =
        hub.post(
                sheet + "/draft/strengths",
                "answer.likes",
                "電車",
                "answer.dislikes.state",
                "declined",
                "said.guardian",
                town.mother.toString(),
                "said.on",
                "R8.11.1",
                "then",
                "section:wishes")
            .is(200);
    assertThat(next.path()).endsWith("/draft/wishes");
    hub.post(sheet + "/draft/wishes", "answer.guardian-wish", "笑顔で", "then", "finish").is(200);
    var read = hub.get(sheet).is(200);
    assertThat(read.body()).contains("電車").contains("答えたくない").contains("青空 みなみ");
    visitor(town.teacher).get(sheet).is(404);
  }

  @Test
  void aWrongNumberStopsTheWayOnAndIsKept() {
    Visitor hub = visitor(town.counsellor);
    town.consented();
    var first = hub.post("/children/" + town.child + "/sheets", "form", "profile").is(200);
    String sheet = first.path().substring(0, first.path().indexOf("/draft"));
    int before = seen();
    var refused =
        hub.post(
                sheet + "/draft/birth",
                "answer.weeks",
                "９９",
                "page",
                PAGE,
                "said.guardian",
                town.mother.toString(),
                "then",
                "section:development")
            .is(422);
    assertThat(refused.body())
        .contains("在胎週数は、20週から45週までの数字で書いてください。")
        .contains("href=\"#f-answer-weeks\"", "value=\"99\"", ">週</span>")
        .contains(sheet + "/draft/development\">");
    assertThat(seen()).isGreaterThan(before);
    var elsewhere = hub.post(sheet + "/draft/strengths", "then", "finish").is(422);
    assertThat(elsewhere.body()).contains(sheet + "/draft/birth?check=1#f-answer-weeks");
    hub.post(
            sheet + "/draft/birth",
            "answer.weeks",
            "３９週",
            "page",
            PAGE,
            "then",
            "section:development")
        .is(200);
    hub.post(sheet + "/draft/strengths", "then", "finish").is(200);
  }

  @Test
  void guardianUsesTheSameSection() {
    town.consented();
    SheetWriting writing = town.program.bean(SheetWriting.class);
    var profile = NewSheet.ofChild(town.child, "profile", SheetTown.YEAR);
    SheetId id = town.asMother(tx -> town.sheets.start(tx, profile).orThrow());
    PartForm form =
        town.asMother(tx ->
            writing.form(tx, id, "strengths", java.util.List.of(), java.util.Optional.empty()));
    assertThat(form.readers()).contains("はぐくみ");
    assertThat(form.questions()).hasSizeLessThanOrEqualTo(10);
    var typed = java.util.Map.of("answer.likes", java.util.List.of("絵本"));
    town.asMother(tx -> writing.save(tx, id, "strengths", typed, Optional.empty()).orThrow());
    java.util.List<SectionStep> steps = town.asMother(tx -> writing.steps(tx, id));
    assertThat(steps)
        .filteredOn(step -> step.answered() > 0)
        .extracting(SectionStep::key)
        .containsExactly("strengths");
    assertThat(town.motherActor()).isInstanceOf(Actor.Guardian.class);
  }
}
