package jp.tsunagi.work.handover;

import static jp.tsunagi.schema.Tables.OBJECTION;
import static jp.tsunagi.schema.Tables.OBJECTION_SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
import jp.tsunagi.record.print.Samples;
import org.junit.jupiter.api.Test;

class SupportSheetTest {
  private static final LocalDate GIVEN = LocalDate.of(2026, 11, 1);
  private static final Pattern PARTS = Pattern.compile("name=\"part\" value=\"([^\"]+)\"");

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final PrintTown record = new PrintTown(program, town);
  private final OrganisationId nursery = town.organisation(OrganisationKind.NURSERY, "みどり園");
  private final OrganisationId school =
      town.organisation(OrganisationKind.ELEMENTARY, "みさき小学校", Connection.PAPER);
  private final TestTown.Worker head = town.worker(nursery, PostKind.NURSERY_HEAD, "緑川 のぞみ");
  private final ChildId child = record.child(nursery, "髙󠄁嶺", "渚");
  private final GuardianId mother = record.mother(child);
  private final String url = "/children/" + child + "/support-sheet";

  SupportSheetTest() {
    record.sheet(child, nursery, "support-nursery", ItemState.FINAL, "積み木");
    record.sheet(child, nursery, "handover-sheet", ItemState.FINAL, "うた");
    record.sheet(child, nursery, "support-nursery", ItemState.WITH_GUARDIAN, "まだ途中");
  }

  private ConsentId consent(Set<OrganisationId> receiving, String purpose, ScopeLine... scope) {
    return consent(receiving, purpose, Optional.empty(), scope);
  }

  private ConsentId consent(
      Set<OrganisationId> receiving, String purpose, Optional<String> place, ScopeLine... scope) {
    ConsentId id = ConsentId.create();
    town.run(tx ->
        program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    id,
                    child,
                    ConsentKind.HANDOVER,
                    mother,
                    ConsentMeans.PAPER,
                    GIVEN,
                    purpose,
                    place,
                    Optional.of(Set.of(nursery)),
                    receiving,
                    List.of(scope),
                    false,
                    Period.since(GIVEN),
                    Optional.of("園の書庫"))));
    return id;
  }

  private static ScopeLine section(Category category, String code) {
    return new ScopeLine(category, Optional.of(code));
  }

  private ConsentId usual() {
    return consent(
        Set.of(school),
        "小学校への引継ぎ",
        section(Category.SUPPORT, "support-nursery/areas"),
        section(Category.PROFILE, "handover-sheet/from-family"),
        ScopeLine.of(Category.HEALTH));
  }

  private static String[] form(
      ConsentId consent, String receiver, List<String> parts, String... more) {
    return Stream.of(
            Stream.of("consent", consent.toString(), "receiver", receiver),
            parts.stream().flatMap(part -> Stream.of("part", part)),
            Arrays.stream(more))
        .flatMap(each -> each)
        .toArray(String[]::new);
  }

  private static List<String> parts(Visitor.Reply reply) {
    return PARTS.matcher(reply.body()).results().map(found -> found.group(1)).toList();
  }

  private Visitor.Reply chosen(Visitor visitor, ConsentId consent) {
    return visitor.get(url + "?consent=" + consent + "&receiver=" + school).is(200);
  }

  @Test
  void onlyWhatTheConsentCoversIsOfferedAndPrinted() {
    ConsentId consent = usual();
    var visitor = program.visitor().signIn(head);
    assertThat(visitor.get(url).is(200).body()).contains("みさき小学校", "紙で連携", "令和8年11月1日");
    var desk = chosen(visitor, consent);
    assertThat(desk.body())
        .contains("保護者から", "ようすと、有効だった配慮", "服薬・緊急対応")
        .doesNotContain("評価と次年度", "園・療育から");
    List<String> all = parts(desk);
    assertThat(all).hasSize(3);

    var preview =
        visitor.post(
            url, form(consent, school.toString(), all, "purpose", "就学の引継ぎ", "act", "preview"));
    assertThat(preview.is(200).body())
        .contains("みさき小学校　御中", "うた・from-family", "積み木・areas", "発行のときにつきます")
        .doesNotContain("積み木・outline", "積み木・outcome", "うた・from-supporters", "まだ途中");

    var after =
        visitor.post(url, form(consent, school.toString(), all, "purpose", "就学の引継ぎ", "act", "pdf"));
    assertThat(after.is(200).body()).contains("R8-0001", "みさき小学校", "就学の引継ぎ", "緑川 のぞみ");
    var issue = Pattern.compile("/issues/[0-9a-f-]+").matcher(after.body());
    assertThat(issue.find()).isTrue();
    byte[] pdf = visitor.get(issue.group()).is(200).bytes();
    assertThat(Samples.text(Samples.kept("support-sheet.pdf", pdf)))
        .contains("第 R8-0001 号", "令和8年11月20日", "みさき小学校　御中", "目的：就学の引継ぎ", "取扱注意", "別紙")
        .containsSubsequence("うた・from-family", "積み木・areas", "うた・health-emergency")
        .doesNotContain("outline", "outcome", "from-supporters", "まだ途中");

    var printed = town.trace(Action.PRINT).getFirst();
    assertThat(printed.getPurpose()).isEqualTo("就学の引継ぎ");
    assertThat(printed.getGround()).isEqualTo("CONSENT");
    assertThat(town.shownBy(printed)).containsExactly(child);
  }

  @Test
  void sentTwiceFromOnePageItIsHandedOutOnce() throws Exception {
    ConsentId consent = usual();
    var visitor = program.visitor().signIn(head);
    List<String> all = parts(chosen(visitor, consent));
    String shown =
        visitor
            .post(url, form(consent, school.toString(), all, "purpose", "就学", "act", "preview"))
            .is(200)
            .body();
    var id = Pattern.compile("name=\"form\" value=\"([^\"]+)\"").matcher(shown);
    assertThat(id.find()).isTrue();
    String[] wish =
        form(consent, school.toString(), all, "purpose", "就学", "act", "pdf", "form", id.group(1));
    try (var presses = Executors.newFixedThreadPool(2)) {
      var first = presses.submit(() -> visitor.post(url, wish));
      var second = program.visitor().signIn(head).post(url, wish).is(200);
      assertThat(second.body()).contains("R8-0001").doesNotContain("R8-0002");
      first.get().is(200);
    }
    assertThat(visitor.post(url, wish).is(200).body()).doesNotContain("R8-0002");
    assertThat(town.trace(Action.PRINT)).hasSize(1);
    wish[Arrays.asList(wish).indexOf("pdf")] = "xlsx";
    assertThat(visitor.post(url, wish).is(200).body()).contains("R8-0002");
    assertThat(visitor.post(url, wish).is(200).body()).doesNotContain("R8-0003");
    assertThat(town.trace(Action.EXPORT)).hasSize(1);
    wish[Arrays.asList(wish).indexOf("就学")] = "就学の相談";
    assertThat(visitor.post(url, wish).is(200).body()).contains("R8-0003", "就学の相談");
  }

  @Test
  void aConsentWithdrawnMeanwhileStopsThePrintAndTheCopy() {
    ConsentId consent = usual();
    var visitor = program.visitor().signIn(head);
    List<String> all = parts(chosen(visitor, consent));
    String[] wish = form(consent, school.toString(), all, "purpose", "就学の引継ぎ", "act", "pdf");
    var issue = Pattern.compile("/issues/[0-9a-f-]+").matcher(visitor.post(url, wish).body());
    assertThat(issue.find()).isTrue();
    program
        .database()
        .run(
            town.actor(head),
            tx ->
                program
                    .bean(Consents.class)
                    .withdraw(tx, child, consent, ConsentMeans.PAPER, LocalDate.of(2026, 11, 20)));

    assertThat(visitor.post(url, wish).is(422).body())
        .contains("支援シートを発行できませんでした", "取りやめられたか", "R8-0001");
    assertThat(visitor.get(issue.group()).is(422).body()).contains("もう出せません");
    assertThat(town.trace(Action.PRINT)).hasSize(1);
  }

  @Test
  void theWithdrawalSaysWhatWasHandedOutAlready() {
    ConsentId consent = usual();
    var visitor = program.visitor().signIn(head);
    String withdrawal = "/children/" + child + "/consents/" + consent + "/withdrawal";
    assertThat(visitor.get(withdrawal).is(200).body()).contains("この同意で渡した紙・ファイルはありません");
    List<String> all = parts(chosen(visitor, consent));
    visitor.post(url, form(consent, school.toString(), all, "purpose", "就学", "act", "pdf"));
    visitor.post(url, form(consent, school.toString(), all, "purpose", "就学", "act", "xlsx"));
    assertThat(visitor.get(withdrawal).is(200).body())
        .contains(
            "令和8年11月20日　みさき小学校へ　紙（発行番号 R8-0001）",
            "令和8年11月20日　みさき小学校へ　Excel（発行番号 R8-0002）",
            "相手の手もとに残ります");
    ConsentId other = consent(Set.of(school), "別の引継ぎ", ScopeLine.of(Category.SUPPORT));
    assertThat(
            visitor.get("/children/" + child + "/consents/" + other + "/withdrawal").is(200).body())
        .doesNotContain("R8-0001");
  }

  @Test
  void aPartTheConsentDoesNotCoverCannotBeSlippedIn() {
    ConsentId narrow =
        consent(Set.of(school), "引継ぎ", section(Category.SUPPORT, "support-nursery/areas"));
    ConsentId wide = consent(Set.of(school), "引継ぎ", ScopeLine.of(Category.SUPPORT));
    var visitor = program.visitor().signIn(head);
    List<String> more = parts(chosen(visitor, wide));
    assertThat(more).hasSizeGreaterThan(parts(chosen(visitor, narrow)).size());
    var refused =
        visitor.post(url, form(narrow, school.toString(), more, "purpose", "引継ぎ", "act", "pdf"));
    assertThat(refused.is(422).body()).contains("いまは同意に入っていないもの");
    OrganisationId other = town.organisation(OrganisationKind.ELEMENTARY, "別の小学校");
    var misdirected =
        visitor.post(url, form(wide, other.toString(), more, "purpose", "引継ぎ", "act", "pdf"));
    assertThat(misdirected.is(422).body()).contains("支援シートを発行できませんでした");
    assertThat(town.trace(Action.PRINT)).isEmpty();
  }

  @Test
  void aPlaceOutsideTheRegisterIsTheOneTheConsentNames() {
    ConsentId consent =
        consent(
            Set.of(),
            "となり町立 あおば高等学校への引継ぎ",
            Optional.of("となり町立 あおば高等学校"),
            ScopeLine.of(Category.SUPPORT));
    var visitor = program.visitor().signIn(head);
    var desk = visitor.get(url + "?consent=" + consent).is(200);
    assertThat(desk.body()).contains("あおば高等学校", "登録のない相手", "同意書に書かれた相手です");
    List<String> all = parts(desk);
    String[] wrong = form(consent, "", all, "purpose", "進学", "place", "わかば高等学校", "act", "preview");
    assertThat(visitor.post(url, wrong).is(422).body()).contains("同意書に書かれた相手と合いません");
    for (String piece : List.of("あおば高等学校", "引継ぎ", "となり町立", "")) {
      String[] part = form(consent, "", all, "purpose", "進学", "place", piece, "act", "xlsx");
      assertThat(visitor.post(url, part).is(422).body()).contains("同意書に書かれた相手と合いません");
    }
    assertThat(town.trace(Action.EXPORT)).isEmpty();
    String place = "となり町立　あおば高等学校";
    String[] right =
        form(consent, "", all, "purpose", "進学", "place", place, "kind", "高等学校", "act", "xlsx");
    assertThat(visitor.post(url, right).is(200).body()).contains("あおば高等学校（高等学校）", "Excel");
    assertThat(town.trace(Action.EXPORT)).hasSize(1);
  }

  @Test
  void withoutConsentThereIsNobodyToHandItTo() {
    var visitor = program.visitor().signIn(head);
    assertThat(visitor.get(url).is(200).body()).contains("渡せる相手がいません", "引継ぎの同意");
    OrganisationId other = town.organisation(OrganisationKind.NURSERY, "白波園");
    var stranger = program.visitor().signIn(town.worker(other, PostKind.NURSERY_HEAD, "白石 ひかり"));
    stranger.get(url).is(404);
  }

  @Test
  void aHeadHandsItOutWithMouseAndKeyboard() {
    usual();
    try (var browser = jp.tsunagi.TestBrowser.desktop(program)) {
      browser
          .signIn(head)
          .visit(url)
          .shows("みさき小学校")
          .screenshot("support-sheet-who")
          .follow("この相手に渡す")
          .shows("服薬・緊急対応")
          .look()
          .screenshot("support-sheet-what")
          .press("紙のすがたを見る")
          .shows("みさき小学校　御中")
          .look()
          .screenshot("support-sheet-preview")
          .press("PDFで発行する")
          .shows("発行しました")
          .look()
          .screenshot("support-sheet-issued");
    }
  }

  @Test
  void theConsentForAPlaceOutsideTheRegisterIsAskedOnTheScreen() {
    var visitor = program.visitor().signIn(head);
    String id = ConsentId.create().toString();
    String consents = "/children/" + child + "/consents";
    visitor
        .post(
            consents + "/draft",
            "kind",
            "HANDOVER",
            "consent",
            id,
            "place",
            "となり町立あおば高等学校",
            "entry",
            "R9.4.1",
            "giving",
            "named",
            "giver",
            nursery.toString(),
            "scope",
            "SUPPORT:support-nursery/areas",
            "until",
            "R10.3.31")
        .is(200);
    byte[] form = visitor.get(consents + "/" + id + "/form").is(200).bytes();
    assertThat(Samples.text(form).replace("\n", "")).contains("受け取る機関：となり町立あおば高等学校");
    assertThat(visitor.get(consents + "/" + id + "/request").is(200).body())
        .contains("となり町立あおば高等学校は登録のない相手なので", "ようすと、有効だった配慮");
    visitor
        .post(
            consents + "/" + id + "/paper",
            "giver",
            mother.toString(),
            "on",
            "R8.11.20",
            "place",
            "園の書庫",
            "scope",
            "SUPPORT:support-nursery/areas")
        .is(200);
    assertThat(visitor.get(url).is(200).body()).contains("となり町立あおば高等学校", "登録のない相手");
  }

  private void objected(UUID id) {
    town.run(tx -> {
      var row = tx.sql().newRecord(OBJECTION);
      row.setTenantId(tx.tenant());
      row.setObjectionId(id);
      row.setChildId(child);
      row.setGiverId(mother.value());
      row.setMeans("PORTAL");
      row.setToAll(true);
      row.setAskedOn(tx.today());
      row.setValidFrom(tx.today());
      row.setRecordedBy(mother.value());
      row.setRecordedAt(tx.now().atOffset(ZoneOffset.UTC));
      row.insert();
      var line = tx.sql().newRecord(OBJECTION_SCOPE);
      line.setTenantId(tx.tenant());
      line.setObjectionId(id);
      line.setCategory("SUPPORT");
      line.setSection("support-nursery/areas");
      line.insert();
    });
  }

  @Test
  void anObjectionHoldsForThePaperThatWasMadeBefore() {
    ConsentId consent = usual();
    var visitor = program.visitor().signIn(head);
    List<String> all = parts(chosen(visitor, consent));
    String[] wish = form(consent, school.toString(), all, "purpose", "就学の引継ぎ", "act", "pdf");
    var issue = Pattern.compile("/issues/[0-9a-f-]+").matcher(visitor.post(url, wish).body());
    assertThat(issue.find()).isTrue();
    visitor.get(issue.group()).is(200);
    UUID objection = UUID.randomUUID();
    objected(objection);
    assertThat(visitor.get(issue.group()).is(422).body()).contains("もう出せません");
    assertThat(parts(chosen(visitor, consent))).hasSize(all.size() - 1);
    visitor.post(url, wish).is(422);
    town.run(tx ->
        tx.sql()
            .update(OBJECTION)
            .set(OBJECTION.VALID_TO, tx.today())
            .set(OBJECTION.LIFTED_MEANS, "PORTAL")
            .set(OBJECTION.LIFTED_BY, mother.value())
            .set(OBJECTION.LIFTED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .where(OBJECTION.OBJECTION_ID.eq(objection))
            .execute());
    visitor.get(issue.group()).is(200);
  }
}
