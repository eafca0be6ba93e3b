package jp.tsunagi.view.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** 個人票 on the phone: saved while one types, by two writers, handed in, written on (A4). */
class PortalProfileTest {
  private final FamilyTown family = new FamilyTown();
  private final String child = "/portal/children/" + family.child;
  private final String login = family.account(family.mother);

  private Visitor mother() {
    return family.program.visitor().signIn(login);
  }

  private static String found(String pattern, String page) {
    var found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private void agree(Visitor mother) {
    String page = mother.get(child + "/consents/start").is(200).body();
    List<String> form = new ArrayList<>(List.of("answer", "agree", "consent"));
    form.add(found("name=\"consent\" value=\"([^\"]+)\"", page));
    Pattern.compile("name=\"scope\" value=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .forEach(scope -> form.addAll(List.of("scope", scope.group(1))));
    mother.post(child + "/consents/start", form.toArray(String[]::new)).is(200);
  }

  /** Begun after the consent; the address of the section 好きなこと. */
  private String begun(Visitor mother) {
    agree(mother);
    String steps = mother.post(child + "/profile").is(200).body();
    return found("href=\"(/portal/sheets/[^\"]+/sections/strengths)\"", steps);
  }

  /** What autosave sends of a page: its hidden fields and what changed. */
  private static String[] typed(String page, String... namesAndTexts) {
    List<String> sent = new ArrayList<>();
    for (String hidden : List.of("page", "since.strengths")) {
      sent.addAll(List.of(hidden, found("name=\"" + hidden + "\" value=\"([^\"]*)\"", page)));
    }
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      sent.addAll(List.of("changed", namesAndTexts[i], namesAndTexts[i], namesAndTexts[i + 1]));
    }
    return sent.toArray(String[]::new);
  }

  private static String[] and(String[] all, String... more) {
    String[] both = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, both, all.length, more.length);
    return both;
  }

  @Test
  void itBeginsOnlyAfterTheConsent() {
    Visitor mother = mother();
    assertThat(mother.get(child + "/profile").is(200).body()).contains(child + "/consents/start");
    assertThat(mother.post(child + "/profile").is(422).body()).contains("まだ");
    assertThat(family.town.trace(Action.SAVE_DRAFT)).isEmpty();
    String section = begun(mother);
    assertThat(family.town.trace(Action.SAVE_DRAFT)).hasSize(1);
    assertThat(mother.get(section).is(200).text()).contains("つなぎ教育センター", "data-autosave");
  }

  @Test
  void afterAWithdrawalNothingIsWrittenOnAndTheHubAsksAnew() {
    Visitor mother = mother();
    String section = begun(mother);
    String page = mother.get(section).is(200).body();
    mother.post(section, typed(page, "answer.likes", "電車の図鑑")).is(200);
    mother.post(child + "/profile/end").is(200);
    Visitor hub = family.program.visitor().signIn(family.counsellor);
    String record = "/children/" + family.child;
    assertThat(hub.get(record).is(200).body()).doesNotContain(record + "/consents/draft?kind=USE");
    String consents = mother.get(child + "/consents").is(200).body();
    mother.post(found("href=\"([^\"]+/withdrawal)\"", consents)).is(200);
    assertThat(mother.get("/portal").is(200).text()).doesNotContain("書きたす");
    assertThat(mother.get(child + "/profile").is(200).text())
        .contains("同意をやめたので", "渡した個人票を読む")
        .doesNotContain("変わったことを書く");
    assertThat(hub.get(record).is(200).body())
        .contains(record + "/consents/draft?kind=USE", "取り消されました")
        .doesNotContain("個人票を代わりに記入する");
  }

  @Test
  void everyPauseIsSavedAndDifferentFieldsMerge() {
    Visitor phone = mother();
    String section = begun(phone);
    String opened = phone.get(section).is(200).body();
    Visitor tablet = mother();
    String there = tablet.get(section).is(200).body();
    Visitor.Reply saved = phone.post(section, typed(opened, "answer.likes", "電車の図鑑")).is(200);
    assertThat(saved.header("Saved-At")).isEqualTo("10:00");
    tablet.post(section, typed(there, "answer.calming", "静かな部屋")).is(200);
    assertThat(mother().get(section).is(200).body()).contains("電車の図鑑", "静かな部屋");
    assertThat(mother().get(child + "/profile").is(200).body()).contains("/sections/child\"");
    Visitor father = family.program.visitor().signIn(family.account(family.father));
    father.get(section).is(404);
    father.post(section, typed(opened, "answer.likes", "x")).is(404);
    assertThat(family.town.trace(Action.SAVE_DRAFT))
        .allSatisfy(row -> assertThat(row.getActorKind()).isEqualTo("GUARDIAN"));
  }

  @Test
  void aWrongNumberIsNotTakenAndNothingTypedIsLost() {
    Visitor mother = mother();
    String sheet = found("(/portal/sheets/[0-9a-f-]+)", begun(mother));
    String section = sheet + "/sections/birth";
    String page = mother.get(section).is(200).text();
    assertThat(page).contains(">週</span>", ">g</span>", "id=\"f-answer-weeks-unit\"");
    String id = found("name=\"page\" value=\"([^\"]*)\"", page);
    var typed =
        mother.post(section, "page", id, "changed", "answer.weeks", "answer.weeks", "９９").is(200);
    assertThat(typed.text()).contains("在胎週数は、20週から45週までの数字で書いてください。");
    assertThat(typed.body()).contains("id=\"f-answer-weeks-error\" hx-swap-oob=\"true\"");
    int seen = family.town.trace(Action.VIEW_SHEET).size();
    var stopped =
        mother
            .post(
                section,
                "page",
                id,
                "answer.weeks",
                "99",
                "answer.birth-weight",
                "30000",
                "then",
                "next")
            .is(422);
    assertThat(stopped.text())
        .contains("まだ受け取れない欄が2か所あります", "200gから7000gまで", "value=\"99\"", "value=\"30000\"")
        .contains("href=\"#f-answer-weeks\"", "href=\"#f-answer-birth-weight\"");
    assertThat(family.town.trace(Action.VIEW_SHEET)).hasSizeGreaterThan(seen);
    mother.post(section, "page", id, "answer.weeks", "99", "then", "later").is(200);
    assertThat(mother.get(child + "/profile").text()).contains("直すところが2か所あります");
    assertThat(mother.post(child + "/profile/end").is(422).text())
        .contains("直す欄が2か所あります", section + "?check=1#f-answer-weeks");
    mother
        .post(
            section,
            "page",
            id,
            "answer.weeks",
            "３９",
            "answer.birth-weight",
            "3,010g",
            "then",
            "next")
        .is(200);
    mother.post(child + "/profile/end").is(200);
    assertThat(mother.get(sheet).text()).contains("39 週", "3010 g");
  }

  @Test
  void oneFieldWrittenTwiceShowsBothTextsAndTheGuardianDecides() {
    Visitor phone = mother();
    String section = begun(phone);
    String opened = phone.get(section).body();
    Visitor tablet = mother();
    String there = tablet.get(section).body();
    phone.post(section, typed(opened, "answer.likes", "電車")).is(200);
    String both = tablet.post(section, typed(there, "answer.likes", "えほん")).is(409).body();
    assertThat(both).contains("電車", "えほん", "hx-swap-oob", "theirs:answer.likes");
    assertThat(mother().get(section).body()).as("the first stays").contains("電車</textarea>");
    // without scripts the whole page comes back with the reader's own text in the field
    String again =
        tablet
            .post(section, and(typed(there), "asked", "answer.likes", "answer.likes", "えほん"))
            .is(409)
            .body();
    assertThat(again).contains("えほん</textarea>", "both:answer.likes");
    tablet
        .post(section, and(typed(again), "answer.likes", "えほん", "settle", "both:answer.likes"))
        .is(200);
    assertThat(mother().get(section).body()).contains("電車\nえほん</textarea>");
  }

  /** 答えたくない is never thrown away because something stands in the field (A4). */
  @Test
  void aTickWinsOverWhatStoodThereAndTheTextGoes() {
    Visitor mother = mother();
    String section = begun(mother);
    mother.post(section, typed(mother.get(section).body(), "answer.dislikes", "花火")).is(200);
    String page = mother.get(section).is(200).text();
    assertThat(page).contains("花火</textarea>", "印をつけると、ここに書いたことは消えます");
    String[] pressed = {"answer.dislikes", "花火", "answer.dislikes.state", "declined"};
    mother.post(section, and(typed(page), and(pressed, "then", "later"))).is(200);
    assertThat(mother.get(section).is(200).body())
        .contains("value=\"declined\" checked")
        .doesNotContain("花火");
    String[] again = and(typed(mother.get(section).body()), "answer.dislikes", "大きな音");
    String asked =
        mother
            .post(section, and(again, "answer.dislikes.state", "declined", "then", "next"))
            .is(422)
            .text();
    assertThat(asked)
        .contains("どちらか一つだけにしてください", "大きな音</textarea>", "value=\"declined\" checked")
        .contains("href=\"#f-answer-dislikes\"");
    mother.post(section, and(again, "then", "later")).is(200);
    assertThat(mother.get(section).is(200).body())
        .contains("大きな音</textarea>")
        .doesNotContain("value=\"declined\" checked");
  }

  @Test
  void nothingInParticularIsNotTakenTogetherWithSomething() {
    Visitor mother = mother();
    String section = begun(mother);
    String[] both = {"answer.senses", "none", "answer.senses", "sound", "then", "next"};
    String page = mother.get(section).is(200).body();
    assertThat(mother.post(section, and(typed(page), both)).is(422).text())
        .contains("「とくにない」は、ほかといっしょには選べません", "href=\"#f-answer-senses\"");
    assertThat(mother.post(child + "/profile/end").is(422).text()).contains("直す欄が1か所あります");
    String[] one = {"answer.senses", "none", "then", "next"};
    mother.post(section, and(typed(page), one)).is(200);
    mother.post(child + "/profile/end").is(200);
  }

  @Test
  void aWholeTableCanBeDeclinedThoughItOffersABlankRow() {
    Visitor mother = mother();
    String section = begun(mother).replace("/strengths", "/family");
    String page = mother.get(section).is(200).body();
    String row = found("name=\"(answer\\.family-members\\.[0-9a-f-]+)\\.relation\"", page);
    mother
        .post(
            section,
            "page",
            found("name=\"page\" value=\"([^\"]*)\"", page),
            row + ".relation",
            "",
            row + ".member-name",
            "",
            "answer.family-members.state",
            "declined",
            "then",
            "later")
        .is(200);
    assertThat(mother.get(section).is(200).body())
        .containsPattern("family-members\\.state\" value=\"declined\" checked");
  }

  @Test
  void staffWhoTypeForTheFamilyAreNamedBesideTheAnswer() {
    Visitor mother = mother();
    agree(mother);
    Visitor desk = family.program.visitor().signIn(family.counsellor);
    String draft =
        desk.post("/children/" + family.child + "/sheets", "form", "profile").is(200).path();
    String sheet = found("(/sheets/[0-9a-f-]+)", draft);
    desk.post(
            sheet + "/draft/strengths",
            "answer.likes",
            "積み木",
            "said.guardian",
            family.mother.toString())
        .is(200);
    String section = "/portal" + sheet + "/sections/strengths";
    String page = mother.get(section).is(200).text();
    assertThat(page).contains("積み木", "白石 なぎさが入力（11/20（金）に受け取り）");
    mother.post(section, typed(mother.get(section).body(), "answer.likes", "積み木と電車")).is(200);
    assertThat(mother.get(section).is(200).body()).doesNotContain("白石");
    family.program.clock().set(LocalDate.of(2026, 11, 22));
    assertThat(mother().get(section).text()).contains("青空 みなみさんが11/20（金）に記入");
  }

  @Test
  void handedInItIsReadWrittenOnAndTheEarlierVersionStays() {
    Visitor mother = mother();
    String section = begun(mother);
    String sheet = found("(/portal/sheets/[0-9a-f-]+)", section);
    assertThat(mother.post(child + "/profile/end").is(422).text()).contains("まだ何も書かれていません");
    assertThat(family.town.trace(Action.FINISH_SHEET)).isEmpty();
    mother.post(section, typed(mother.get(section).body(), "answer.likes", "電車")).is(200);
    mother.post(child + "/profile/drop").is(404);
    mother.post(child + "/profile/end").is(200);
    assertThat(family.town.trace(Action.FINISH_SHEET)).hasSize(1);
    assertThat(mother.get("/portal").body()).contains(child + "/profile");
    mother.post(child + "/profile").is(200);
    mother.post(section, typed(mother.get(section).body(), "answer.likes", "バスと電車")).is(200);
    assertThat(mother.get(sheet).is(200).text())
        .as("until handed in")
        .contains("電車")
        .doesNotContain("バス");
    mother.post(child + "/profile/end").is(200);
    String now = mother.get(sheet).is(200).text();
    assertThat(now).contains("バス", sheet + "?version=1", "青空 みなみ");
    assertThat(mother.get(sheet + "?version=1").is(200).text()).contains("電車").doesNotContain("バス");
    mother.post(child + "/profile").is(200);
    mother.post(child + "/profile/drop").is(200);
    assertThat(mother.get(child + "/profile").is(200).body()).contains(sheet + "\"");
    Visitor father = family.program.visitor().signIn(family.account(family.father));
    father.post(child + "/profile/end").is(404);
    father.get(sheet + "?version=1").is(404);
  }
}
