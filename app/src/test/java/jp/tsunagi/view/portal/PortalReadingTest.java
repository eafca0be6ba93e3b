package jp.tsunagi.view.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import org.junit.jupiter.api.Test;

/** The two switches of a family: furigana and the language, before and after signing in. */
class PortalReadingTest {
  private final FamilyTown family = new FamilyTown();
  private final Visitor visitor = family.program.visitor();

  private String switched(String name, String value, String back) {
    return visitor.post("/reading", name, value, "back", back).is(200).body();
  }

  @Test
  void furiganaGoesAndComesBackAtTheDoorAndInside() {
    assertThat(visitor.get("/portal/invitation").body()).contains("<ruby>").contains("ふりがな：あり");
    assertThat(switched("furigana", "off", "/portal/invitation"))
        .doesNotContain("<ruby>")
        .contains("ふりがな：なし", "はじめて使う方");
    visitor.signIn(family.account(family.mother));
    assertThat(visitor.get("/portal").is(200).body()).doesNotContain("<ruby>");
    String page = "/portal/children/" + family.child + "/consents";
    assertThat(switched("furigana", "on", page)).contains("<ruby>");
    assertThat(visitor.get(page).is(200).body())
        .contains("<ruby>", "name=\"back\" value=\"" + page);
  }

  @Test
  void theLanguageIsChosenAtTheDoorAndHolds() {
    assertThat(switched("language", "en", "/sign-in")).contains("<html lang=\"en\"", "Sign in");
    visitor.signIn(family.account(family.mother));
    assertThat(visitor.get("/portal").is(200).body()).contains("<html lang=\"en\"");
    assertThat(switched("language", "ja", "/portal")).contains("<html lang=\"ja\"");
  }

  @Test
  void aChoiceAtASharedPcIsNotTheStaffs() {
    switched("language", "en", "/sign-in");
    switched("furigana", "off", "/sign-in");
    visitor.signIn(family.counsellor);
    assertThat(visitor.get("/children/" + family.child + "/consents").is(200).body())
        .contains("<html lang=\"ja\"", "<ruby>");
  }

  @Test
  void staffChooseForThemselvesWhereverTheySignIn() {
    visitor.signIn(family.counsellor);
    assertThat(switched("language", "en", "/children/search"))
        .contains("<html lang=\"en\"", "日本語", "name=\"back\" value=\"/children/search\"");
    var elsewhere = family.program.visitor();
    elsewhere.signIn(family.counsellor);
    assertThat(elsewhere.get("/").is(200).body()).contains("<html lang=\"en\"");
    assertThat(family.program.visitor().get("/sign-in").body()).contains("<html lang=\"ja\"");
    visitor.post("/reading", "language", "xx", "back", "/").is(404);
  }

  @Test
  void whatIsNoChoiceOrNoPlaceOfOursIsRefused() {
    visitor.get("/sign-in");
    visitor.post("/reading", "language", "xx", "back", "/sign-in").is(404);
    for (String elsewhere :
        new String[] {"//example.org", "https://example.org/", "/\\example.org"}) {
      assertThat(visitor.post("/reading", "furigana", "off", "back", elsewhere).is(200).path())
          .isEqualTo("/sign-in");
    }
  }
}
