package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import org.junit.jupiter.api.Test;

/** 前の版 is never agreed to without its words, and can be refused alone (A3, A4). */
class EarlierVersionsTest {
  private static final byte[] SCAN = "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8);
  private static final String READ = "書きなおす前のもの（前の版）も読めます";

  private final FamilyTown family = new FamilyTown();
  private final String consents = "/children/" + family.child + "/consents";
  private final Visitor counsellor = family.program.visitor().signIn(family.counsellor);
  private final Visitor mother = family.program.visitor().signIn(family.account(family.mother));

  private String sent(String... history) {
    String id = UUID.randomUUID().toString();
    String[] draft = {"kind", "USE", "consent", id, "scope", "PROFILE", "scope", "INVOLVEMENT"};
    String[] all = java.util.Arrays.copyOf(draft, draft.length + history.length);
    System.arraycopy(history, 0, all, draft.length, history.length);
    counsellor.post(consents + "/draft", all).is(200);
    counsellor.post(consents + "/" + id + "/request/sending").is(200);
    return consents + "/" + id;
  }

  private void signed(String consent, String... history) {
    String[] paper = {
      "giver",
      family.mother.toString(),
      "on",
      "R8.11.19",
      "place",
      "相談室",
      "scope",
      "PROFILE",
      "scope",
      "INVOLVEMENT"
    };
    String[] all = java.util.Arrays.copyOf(paper, paper.length + history.length);
    System.arraycopy(history, 0, all, paper.length, history.length);
    counsellor.upload(consent + "/paper", "scan", "同意書.pdf", SCAN, all).is(200);
  }

  @Test
  void itIsSaidBeforeAndAfterTheSignatureToStaffAndFamily() {
    String consent = sent("history", "on");
    assertThat(counsellor.get(consent + "/request").is(200).body())
        .contains("前の版（書きなおす前のもの）</dt><dd>読めます");
    assertThat(counsellor.get(consent + "/paper").is(200).body())
        .contains("name=\"history\" checked", "前の版（書きなおす前のもの）も読んでよい");
    String there = "/portal" + consent;
    assertThat(mother.get(there).is(200).text())
        .contains("書きなおす前のものも、読んでよい", "name=\"history\" value=\"on\" checked", READ);
    mother.post(there, "answer", "agree", "scope", "PROFILE", "history", "on").is(200);
    assertThat(counsellor.get(consents).is(200).body()).contains(READ);
    assertThat(mother.get("/portal" + consents).is(200).text()).contains("書きなおす前のもの", "読めます");
  }

  @Test
  void withoutItNobodyIsAsked() {
    String consent = sent();
    assertThat(counsellor.get(consent + "/request").is(200).body()).contains("読めません。いまの版だけです");
    assertThat(counsellor.get(consent + "/paper").is(200).body()).doesNotContain("前の版");
    String there = "/portal" + consent;
    assertThat(mother.get(there).is(200).text()).doesNotContain("書きなおす前");
    mother.post(there, "answer", "agree", "scope", "PROFILE", "history", "on").is(200);
    assertThat(counsellor.get(consent).is(200).body()).doesNotContain("前の版");
  }

  @Test
  void theFamilyRefusesJustThisInThePortal() {
    String consent = sent("history", "on");
    mother.post("/portal" + consent, "answer", "agree", "scope", "PROFILE").is(200);
    assertThat(counsellor.get(consent).is(200).body()).doesNotContain("前の版");
    assertThat(mother.get("/portal" + consents).is(200).text()).doesNotContain("書きなおす前");
  }

  @Test
  void theFamilyRefusesJustThisOnPaper() {
    String refused = sent("history", "on");
    signed(refused);
    assertThat(counsellor.get(refused).is(200).body()).doesNotContain("前の版も読んでよい");
    String agreed = sent("history", "on");
    signed(agreed, "history", "on");
    assertThat(counsellor.get(agreed).is(200).body()).contains("前の版も読んでよい");
  }
}
