package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** 引継ぎの同意 from the request to the signature, section by section, on the screens (A6, A7). */
class HandoverConsentTest {
  private static final byte[] SCAN = "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8);
  private static final String STRENGTHS = "PROFILE:profile/strengths";
  private static final String LIFE = "PROFILE:profile/daily-life";

  private final FamilyTown family = new FamilyTown();
  private final String consents = "/children/" + family.child + "/consents";
  private final Visitor counsellor = family.program.visitor().signIn(family.counsellor);
  private final Visitor head = family.program.visitor().signIn(family.head);

  private String[] draft(String until) {
    return new String[] {
      "kind",
      "HANDOVER",
      "consent",
      UUID.randomUUID().toString(),
      "receiver",
      family.nursery.toString(),
      "entry",
      "R9.4.1",
      "giving",
      "named",
      "giver",
      family.centre.toString(),
      "scope",
      STRENGTHS,
      "scope",
      LIFE,
      "until",
      until
    };
  }

  private static String ticked(String value) {
    return "value=\"" + value + "\" checked";
  }

  private String prepared(String until) {
    var page = counsellor.post(consents + "/draft", draft(until)).is(200);
    assertThat(page.path()).endsWith("/request");
    return page.path().substring(0, page.path().length() - "/request".length());
  }

  @Test
  void theFormBeginsWithTheNextEntryAndItsUsualEnd() {
    assertThat(counsellor.get(consents + "/draft?kind=HANDOVER").is(200).body())
        .contains("value=\"R9.4.1\"", "value=\"R11.3.31\"", STRENGTHS)
        .contains(ticked(family.centre.toString()), ticked("SUPPORT:support-nursery/areas"))
        .doesNotContain("handover-sheet/writer")
        .doesNotContainPattern("support-school/[a-z-]+\" checked");
    family.town.run(tx -> Municipality.set(tx, "consent.handover.until", "FISCAL_YEAR"));
    assertThat(counsellor.get(consents + "/draft?kind=HANDOVER").is(200).body())
        .contains("value=\"R10.3.31\"");
    head.get(consents + "/draft?kind=HANDOVER").is(404);
  }

  @Test
  void anEndLeftEmptyIsTheUsualOneAndThePreviewSaysWhoReadsWhatUntilWhen() {
    String request = counsellor.get(prepared("") + "/request").is(200).body();
    assertThat(request).contains("みどり保育園", "園長", "令和11年3月31日まで", "入園・入学の準備が始まってから");
    assertThat(family.town.trace(Action.GIVE_CONSENT))
        .singleElement()
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("PREPARED"));
    head.get(consents).is(404);
  }

  @Test
  void whatIsMissingIsSaidAndNothingIsPrepared() {
    String[] nothing = {
      "kind",
      "HANDOVER",
      "consent",
      UUID.randomUUID().toString(),
      "entry",
      "",
      "giving",
      "named",
      "giver",
      family.centre.toString(),
      "until",
      "R8.4.1"
    };
    assertThat(counsellor.post(consents + "/draft", nothing).is(422).body())
        .contains("受け取る機関をえらんでください", "日付を入れてください", "終わりの日が過ぎています", "ひとつ以上えらんでください");
    assertThat(family.town.trace(Action.GIVE_CONSENT)).isEmpty();
    assertThat(counsellor.get(consents).is(200).body()).doesNotContain("署名を待っているもの");
  }

  @Test
  void thePaperWithItsScanOpensTheChosenSectionsOnceThePlaceHasReceived() {
    String consent = prepared("");
    counsellor.post(consent + "/request/sending").is(200);
    assertThat(counsellor.get(consents).is(200).body()).contains("署名を待っているもの", "みどり保育園");
    var done =
        counsellor
            .upload(
                consent + "/paper",
                "scan",
                "同意書.pdf",
                SCAN,
                "giver",
                family.mother.toString(),
                "on",
                "R8.11.19",
                "place",
                "相談室 書庫3",
                "scope",
                STRENGTHS)
            .is(200);
    assertThat(done.path()).contains("done=ground.done.given");
    assertThat(done.body())
        .contains("いま有効な同意", "みどり保育園", "令和11年3月31日まで", "紙に署名")
        .doesNotContain("署名を待っているもの");
    assertThat(counsellor.get(consent).is(200).body())
        .contains("個人票（好きなこと・得意なこと）", "相談室 書庫3", "/files/")
        .doesNotContain("生活");
    head.get(consents).is(404);
    assertThat(received(consent)).contains("引継ぎの同意", "令和11年3月31日まで");
    assertThat(family.town.trace(Action.GIVE_CONSENT))
        .extracting(row -> row.getPurpose())
        .containsExactly("PREPARED", "SENT", "HANDOVER");
  }

  private String received(String consent) {
    counsellor
        .post(
            "/children/" + family.child + "/handovers",
            "consent",
            consent.substring(consent.lastIndexOf('/') + 1),
            "receiver",
            family.nursery.toString(),
            "entry",
            "R9.4.1")
        .is(200);
    var receipt =
        Pattern.compile("/handovers/[0-9a-f-]+/receipt").matcher(head.get("/handovers").body());
    assertThat(receipt.find()).isTrue();
    head.post(receipt.group()).is(200);
    return head.get(consents).is(200).body();
  }

  @Test
  void theMotherSignsInThePortalForOneSectionOnly() {
    String consent = prepared("R10.3.31");
    counsellor.post(consent + "/request/sending").is(200);
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    String there = "/portal" + consent;
    assertThat(mother.get(there).is(200).text()).contains("みどり保育園", STRENGTHS, LIFE);
    mother.post(there, "answer", "agree").is(422);
    assertThat(mother.post(there, "answer", "agree", "scope", LIFE).is(200).path())
        .contains("portal.done.agreed");
    assertThat(counsellor.get(consents).is(200).body())
        .contains("ポータルで署名", "令和10年3月31日まで", "青空 みなみ様（母）");
    assertThat(family.town.trace(Action.GIVE_CONSENT))
        .extracting(row -> row.getGround())
        .contains("PORTAL");
    Visitor father = family.program.visitor().signIn(family.account(family.father));
    father.get(there).is(404);
  }

  private static String[] with(String[] draft, String... more) {
    String[] all = Arrays.copyOf(draft, draft.length + more.length);
    System.arraycopy(more, 0, all, draft.length, more.length);
    return all;
  }

  /** A place that was chosen never goes without a word because another was typed. */
  @Test
  void aReceiverIsEitherChosenOrTyped() {
    String[] both = with(draft(""), "place", "となり町立あおば小学校");
    assertThat(counsellor.post(consents + "/draft", both).is(422).body())
        .contains("どちらか一つだけにしてください", "value=\"となり町立あおば小学校\"")
        .contains("value=\"" + family.nursery + "\" selected");
    assertThat(family.town.trace(Action.GIVE_CONSENT)).isEmpty();
  }

  @Test
  void nobodyHandsOverToItself() {
    String[] itself = draft("");
    itself[5] = family.centre.toString();
    assertThat(counsellor.post(consents + "/draft", itself).is(422).body())
        .contains("渡す機関と受け取る機関が同じです");
    assertThat(family.town.trace(Action.GIVE_CONSENT)).isEmpty();
  }

  /** Looking at what would be seen sends nothing: a wrong request never reached the family. */
  @Test
  void theFamilySeesARequestOnceItWasSentAndNotBefore() {
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    String consent = prepared("");
    String there = "/portal" + consent;
    assertThat(counsellor.get(consent + "/request").is(200).body())
        .contains("まだ家族に送っていません", "この内容で家族に送る", "この準備を取りやめる")
        .doesNotContain("もう届いています", "「いまは同意しません」と返事があった");
    assertThat(counsellor.get(consents).is(200).body())
        .contains("準備中（まだ送っていません）", consent + "/request")
        .doesNotContain("署名を待っているもの");
    mother.get(there).is(404);
    mother.post(there, "answer", "agree", "scope", LIFE).is(404);
    assertThat(mother.get("/portal").is(200).body()).doesNotContain(there);
    for (int time = 0; time < 2; time++) {
      assertThat(counsellor.post(consent + "/request/sending").is(200).body())
          .contains("もう届いています")
          .doesNotContain("この内容で家族に送る");
    }
    assertThat(mother.get("/portal").is(200).body()).contains(there);
    assertThat(counsellor.get(consents).is(200).body())
        .contains("署名を待っているもの")
        .doesNotContain("準備中（まだ送っていません）");
    head.post(consent + "/request/sending").is(404);
  }

  @Test
  void whatWasPreparedWronglyIsDiscardedBeforeAnybodySawIt() {
    String consent = prepared("");
    counsellor.post(consent + "/request/removal").is(200);
    assertThat(counsellor.get(consents).is(200).body()).doesNotContain(consent);
    counsellor.post(consent + "/request/sending").is(404);
  }

  @Test
  void thePrintedPaperCountsAsSent() {
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    String consent = prepared("");
    counsellor.get(consent + "/form").is(200);
    mother.get("/portal" + consent).is(200);
    assertThat(counsellor.get(consent + "/request").is(200).body()).doesNotContain("まだ家族に送っていません");
    assertThat(family.town.trace(Action.GIVE_CONSENT))
        .extracting(row -> row.getPurpose())
        .containsExactly("PREPARED", "SENT");
  }
}
