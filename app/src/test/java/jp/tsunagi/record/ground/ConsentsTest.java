package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.file.Photographs;
import org.junit.jupiter.api.Test;

/** From asking a family to its withdrawal, on the running program. */
class ConsentsTest {
  private static final byte[] SCAN = "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8);

  private final FamilyTown family = new FamilyTown();
  private final String consents = "/children/" + family.child + "/consents";
  private final Visitor counsellor = family.program.visitor().signIn(family.counsellor);
  private final Visitor teacher = family.program.visitor().signIn(family.teacher);

  private String prepared() {
    return prepared("");
  }

  private String prepared(String until) {
    counsellor.get(consents + "/draft?kind=USE").is(200);
    var page =
        counsellor
            .post(
                consents + "/draft",
                "kind",
                "USE",
                "consent",
                java.util.UUID.randomUUID().toString(),
                "scope",
                "PROFILE",
                "scope",
                "INVOLVEMENT",
                "scope",
                "SUPPORT",
                "until",
                until)
            .is(200);
    assertThat(page.path()).endsWith("/request");
    return page.path().substring(0, page.path().length() - "/request".length());
  }

  private Visitor.Reply signed(String consent) {
    return signed(consent, "同意書.pdf", SCAN);
  }

  private Visitor.Reply signed(String consent, String name, byte[] scan) {
    return counsellor.upload(
        consent + "/paper",
        "scan",
        name,
        scan,
        "giver",
        family.mother.toString(),
        "on",
        "R8.11.19",
        "place",
        "相談室 書庫3",
        "scope",
        "PROFILE",
        "scope",
        "INVOLVEMENT",
        "scope",
        "SUPPORT");
  }

  @Test
  void aPreparedConsentOpensNothingAndTellsWhatItWouldOpen() {
    String consent = prepared();
    String preview = counsellor.get(consent + "/request").is(200).body();
    assertThat(preview).contains("つなぎ教育センター", "教育センター指導員", "支援内容", "令和23年3月31日まで");
    teacher.get(consents).is(404);
  }

  @Test
  void aSignedPaperOpensTheCommonRecordForBothHubs() {
    String consent = prepared();
    assertThat(signed(consent).is(200).path()).contains("done=ground.done.given");
    String seen = teacher.get(consents).is(200).body();
    assertThat(seen).contains("支援システム利用の同意", "青空 みなみ様（母）", "有効");
    assertThat(family.town.trace(Action.GIVE_CONSENT)).hasSize(2);
    family.program.visitor().signIn(family.head).get(consents).is(404);
  }

  @Test
  void theScanIsReadByWhoMayReadTheEvidenceAndEveryReadingIsTraced() {
    String consent = prepared();
    signed(consent).is(200);
    String url = file(teacher.get(consent).is(200).body());
    var file = teacher.get(url).is(200);
    assertThat(file.bytes()).isEqualTo(SCAN);
    assertThat(file.header("Content-Disposition")).startsWith("attachment;");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(family.town.trace(Action.VIEW_FILE)).hasSize(1);
    family.program.visitor().signIn(family.head).get(url).is(404);
    assertThat(family.town.trace(Action.VIEW_FILE)).hasSize(1);
  }

  /** What the paper says holds: a consent for longer does not end with an earlier one. */
  @Test
  void aLaterConsentForLongerHoldsAsLongAsItSays() {
    signed(prepared("R9.3.31")).is(200);
    signed(prepared("")).is(200);
    family.program.clock().set(java.time.LocalDate.of(2027, 5, 10));
    family.program.visitor().signIn(family.teacher).get(consents).is(200);
  }

  @Test
  void thePaperThatComesBackLaterIsKeptWithItsDayAndItsScan() {
    String consent = prepared();
    signed(consent).is(200);
    String copy = consent + "/copy";
    assertThat(counsellor.get(consent).is(200).body()).contains(copy, "署名された紙が戻った");
    counsellor.get(copy).is(200);
    String form = java.util.UUID.randomUUID().toString();
    String[] typed = {"on", "R8.11.20", "place", "相談室 書庫4", "form", form};
    assertThat(counsellor.upload(copy, "scan", "", new byte[0], typed).is(422).body())
        .contains("戻った紙をスキャンしたものを入れてください", "value=\"相談室 書庫4\"");
    typed[1] = "R8.11.1";
    assertThat(counsellor.upload(copy, "scan", "紙.pdf", SCAN, typed).is(422).body())
        .contains("同意の日から今日までの日付を書いてください");
    typed[1] = "R8.11.20";
    int files = family.town.trace(Action.GIVE_CONSENT).size();
    assertThat(counsellor.upload(copy, "scan", "戻った紙.pdf", SCAN, typed).is(200).body())
        .contains("令和8年11月20日に戻りました（保管：相談室 書庫4）", "戻った紙.pdf", "同意書.pdf");
    assertThat(family.town.trace(Action.GIVE_CONSENT))
        .hasSize(files + 1)
        .last()
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("PAPER_RETURNED"));
    String again = counsellor.upload(copy, "scan", "戻った紙.pdf", SCAN, typed).is(200).body();
    assertThat(again.split("戻った紙.pdf", -1)).as("sent twice").hasSize(2);
    teacher.get(copy).is(404);
    assertThat(teacher.get(consent).is(200).body()).doesNotContain(copy).contains("戻りました");
    teacher.upload(copy, "scan", "紙.pdf", SCAN, typed).is(404);
  }

  private static String file(String page) {
    var found = Pattern.compile("/files/[0-9a-f-]{36}").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group();
  }

  @Test
  void sentTwiceItIsOneConsent() {
    String consent = prepared();
    signed(consent).is(200);
    signed(consent).is(200);
    String list = counsellor.get(consents).is(200).body();
    assertThat(list.split("取りやめの?を?記録</a>", -1)).hasSize(2);
  }

  /** A paper photographed at home would tell where that is. */
  @Test
  void aPhotographedPaperIsKeptWithoutItsPlace() {
    byte[] taken = Photographs.taken(400, 300, 1);
    assertThat(Photographs.saysWhere(taken)).isTrue();
    String consent = prepared();
    signed(consent, "IMG_0012.JPG", taken).is(200);
    var kept = counsellor.get(file(counsellor.get(consent).is(200).body())).is(200);
    assertThat(kept.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(Photographs.saysWhere(kept.bytes())).isFalse();
    assertThat(Photographs.shown(kept.bytes()).getWidth()).isEqualTo(400);

    String[] typed = {"form", java.util.UUID.randomUUID().toString(), "on", "R8.11.20"};
    counsellor.upload(consent + "/copy", "scan", "IMG_0013.JPG", taken, typed).is(200);
    String page = counsellor.get(consent).is(200).body();
    var files = java.util.regex.Pattern.compile("/files/[0-9a-f-]{36}").matcher(page).results();
    assertThat(files.map(java.util.regex.MatchResult::group).distinct())
        .hasSize(2)
        .noneMatch(url -> Photographs.saysWhere(counsellor.get(url).is(200).bytes()));
  }

  @Test
  void aGuardianWithoutAuthorityCannotHaveSigned() {
    String consent = prepared();
    var refused =
        counsellor
            .upload(
                consent + "/paper",
                "scan",
                "同意書.pdf",
                SCAN,
                "giver",
                family.father.toString(),
                "on",
                "R8.11.19",
                "place",
                "書庫",
                "scope",
                "PROFILE")
            .is(422);
    assertThat(refused.body()).contains("お子さんのことを決める保護者として登録されていません");
    teacher.get(consents).is(404);
  }

  @Test
  void whatIsMissingIsSaidFieldByFieldAndWhatWasTypedStays() {
    String consent = prepared();
    var refused =
        counsellor
            .upload(
                consent + "/paper",
                "scan",
                "x.pdf",
                "no pdf".getBytes(StandardCharsets.UTF_8),
                "giver",
                family.mother.toString(),
                "on",
                "平成31年5月7日",
                "place",
                "")
            .is(422);
    assertThat(refused.body()).contains("平成31年5月7日", "紙の保管場所を書いてください", "PDF、JPEG、PNGのファイルを選んでください");
  }

  @Test
  void aWithdrawalHoldsForTheNextRequestAndAHubThatWroteNothingNoLongerSeesTheChild() {
    String consent = prepared();
    signed(consent).is(200);
    String url = file(teacher.get(consent).is(200).body());
    assertThat(counsellor.get(consent + "/withdrawal").is(200).body())
        .contains("つなぎ教育センター", "読めなくなるもの");
    counsellor.upload(consent + "/withdrawal", "scan", "", new byte[0], "on", "R8.11.20").is(200);
    teacher.get(consents).is(404);
    teacher.get(url).is(404);
    assertThat(counsellor.get(consents).is(200).body()).contains("取りやめ");
    counsellor.get(url).is(200);
    assertThat(counsellor.get(consent + "/paper").is(200).path()).isEqualTo(consent);
    counsellor.upload(consent + "/withdrawal", "scan", "", new byte[0], "on", "R8.11.20").is(200);
    assertThat(family.town.trace(Action.WITHDRAW_CONSENT)).hasSize(1);
  }

  @Test
  void referencesAreNotGuessedOneAfterTheOther() {
    Visitor guessing = family.program.visitor("127.0.0.31").signIn(family.counsellor);
    for (int guess = 0; guess < 5; guess++) {
      guessing.post("/consents/reference", "reference", "AAAA-000" + guess).is(422);
    }
    String consent = prepared();
    var shown =
        Pattern.compile("整理番号 ([0-9A-Z-]+)").matcher(counsellor.get(consent + "/request").body());
    assertThat(shown.find()).isTrue();
    assertThat(guessing.post("/consents/reference", "reference", shown.group(1)).is(422).body())
        .contains("15分");
    assertThat(counsellor.post("/consents/reference", "reference", shown.group(1)).path())
        .isEqualTo(consent + "/paper");
  }

  @Test
  void aNurserySeesOnlyWhatConcernsItAndAsksOnlyForItsOwn() {
    Visitor head = family.program.visitor().signIn(family.head);
    head.get(consents + "/draft?kind=USE").is(404);
    head.get(consents + "/draft?kind=HANDOVER").is(404);
    String consent = prepared();
    head.get(consent + "/request").is(404);
    head.post(consent + "/request/removal").is(404);
  }

  @Test
  void thePaperThatComesBackLeadsToWhatWasPrepared() {
    String consent = prepared();
    var shown =
        Pattern.compile("整理番号 ([0-9A-Z-]+)").matcher(counsellor.get(consent + "/request").body());
    assertThat(shown.find()).isTrue();
    assertThat(counsellor.post("/consents/reference", "reference", shown.group(1)).path())
        .isEqualTo(consent + "/paper");
    counsellor.post("/consents/reference", "reference", "34679-ACDEF").is(422);
    teacher.post("/consents/reference", "reference", shown.group(1)).is(422);
  }
}
