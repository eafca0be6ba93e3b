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
  void aYearThatIsNotOfferedIsNotBegun() {
    Visitor teacher = visitor(town.teacher);
    String list = "/children/" + town.child + "/sheets";
    for (String year : new String[] {"2100", "2027", "2025"}) {
      assertThat(teacher.post(list, "form", "support-school", "year", year).is(422).body())
          .contains("書きはじめられません");
    }
    assertThat(town.town.trace(Action.SAVE_DRAFT)).isEmpty();
    teacher.post(list, "form", "support-school", "year", "2026").is(200);
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
    String[] typed = {
      "changed", "answer.written-on", "answer.written-on", "5月", "page", PAGE, "since.outcome", "1"
    };
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
    var saved =
        teacher.post(draft, "answer.written-on", "5月", "page", PAGE, "since.outcome", "1").is(200);
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
                "since.outcome",
                "1",
                "then",
                "send")
            .is(422);
    assertThat(refused.body())
        .contains("直す欄が3か所あります")
        .contains("href=\"#f-answer-strengths\"")
        .contains("href=\"#f-answer-goals-0197a1b2-0000-7000-8000-000000000001-goal\"")
        .contains("href=\"#f-answer-written-on\"")
        .contains("絵カード。")
        .contains("value=\"5月\"");
    assertThat(refused.body().split("class=\"error\"", -1)).hasSize(4);
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

  /** Whoever types for a guardian takes the guardian's 答えたくない away no more than the guardian. */
  @Test
  void aTickTypedInForAGuardianWinsOverWhatStoodThere() {
    Visitor hub = visitor(town.counsellor);
    town.consented();
    String first = hub.post("/children/" + town.child + "/sheets", "form", "profile").path();
    String page = first.substring(0, first.indexOf("/draft")) + "/draft/strengths";
    String[] saying = {"page", PAGE, "said.guardian", town.mother.toString(), "answer.likes", "電車"};
    hub.post(page, with(saying, "answer.dislikes", "花火")).is(200);
    String[] ticked = with(saying, "answer.dislikes", "花火", "answer.dislikes.state", "declined");
    assertThat(hub.post(page, ticked).is(200).body())
        .contains("value=\"declined\" checked")
        .doesNotContain("花火</textarea>");
    var both = hub.post(page, with(ticked, "answer.calming", "毛布")).is(422).body();
    assertThat(both)
        .contains("どちらか一つを決める欄が1か所あります", "href=\"#f-answer-dislikes\"")
        .contains("花火</textarea>", "value=\"declined\" checked", "毛布</textarea>");
    assertThat(hub.get(page).is(200).body())
        .as("the other field is saved, this one is as it was")
        .contains("毛布</textarea>", "value=\"declined\" checked")
        .doesNotContain("花火");
  }

  private static String[] with(String[] all, String... more) {
    String[] both = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, both, all.length, more.length);
    return both;
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
    PartForm form = town.asMother(tx -> writing.form(tx, id, "strengths", Optional.empty()));
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
