package jp.tsunagi.view.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The auditor sees the trace in words, and nothing of the record (F1). */
class AuditTest {
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
  private final FamilyTown family = new FamilyTown();
  private final TestTown town = family.town;
  private final String child = "/children/" + family.child;
  private final String rows = "/audit/rows/children/" + family.child;
  private TestTown.Worker auditor;
  private Visitor audit;
  private OrganisationId office;

  @BeforeEach
  void looked() {
    office = town.organisation(OrganisationKind.CITY_OFFICE, "監査課");
    auditor = town.worker(office, PostKind.AUDITOR, "枝野 つかさ");
    audit = family.program.visitor().signIn(auditor);
    Visitor counsellor = family.program.visitor().signIn(family.counsellor);
    counsellor.get(child).is(200);
    counsellor.get("/day").is(200);
  }

  @Test
  void aChildIsFoundByItsExactNameAndBirthDateAndItsRowsAreInWords() {
    assertThat(audit.get("/").path()).isEqualTo("/audit");
    var found = audit.post("/audit/search", "kind", "child", "child", "青空ひなた", "birth", "R4.6.3");
    assertThat(found.is(200).path()).startsWith(rows);
    assertThat(found.body())
        .contains("青空 ひなたさんの記録を見た人", "白石 なぎさ（相談員）", "つなぎ児童発達支援センター")
        .contains("児童のページを見た", "一覧を見た", "受け持ち・関わり");
    assertThat(town.trace(Action.VIEW_TRACE))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getActorId()).isEqualTo(auditor.staff().value()));
    assertThat(town.shownBy(town.trace(Action.VIEW_TRACE).getLast())).containsExactly(family.child);

    assertThat(
            audit
                .post("/audit/search", "kind", "child", "child", "青空", "birth", "R4.6.3")
                .is(200)
                .body())
        .as("a part of the name finds nobody")
        .contains("あてはまる人がいません", "青空");
    assertThat(
            audit
                .post("/audit/search", "kind", "child", "child", "", "birth", "13月")
                .is(422)
                .body())
        .contains("児童の氏名を入力してください");
  }

  @Test
  void theRowsOfAStaffMemberAndOfAnOrganisationAreNarrowed() {
    assertThat(audit.post("/audit/search", "kind", "staff", "staff", "白石 なぎさ").is(200).body())
        .contains("白石 なぎささんがしたこと", "青空 ひなた", "ログインした");
    String staff = "/audit/rows/staff/" + family.counsellor.staff();
    assertThat(audit.get(staff + "?sort=LOOKED").is(200).body())
        .contains("児童のページを見た")
        .doesNotContain(">ログインした<");
    assertThat(audit.get(staff + "?ground=EMERGENCY").is(200).body()).contains("この期間の記録はありません");
    assertThat(audit.get(staff + "?from=R8.1.1&to=R8.1.31").is(200).body())
        .contains("この期間の記録はありません");
    assertThat(audit.get(staff + "?from=R8.2.1&to=R8.1.31").is(422).body()).contains("より前です");
    var place =
        audit.post(
            "/audit/search", "kind", "organisation", "organisation", family.centre.toString());
    assertThat(place.is(200).body()).contains("つなぎ児童発達支援センターの職員がしたこと", "白石 なぎさ");
    assertThat(audit.post("/audit/search", "kind", "organisation").is(422).body())
        .contains("機関を選んでください");
  }

  @Test
  void manyRowsComeInPagesWithoutAGap() {
    view(family.counsellor, family.child, 120);
    List<String> seen = new ArrayList<>();
    String url = rows + "?sort=LOOKED";
    for (int page = 0; page < 5 && !url.isEmpty(); page++) {
      String body = audit.get(url).is(200).body();
      Matcher row = Pattern.compile("<td class=\"nb\">([^<]+)</td>").matcher(body);
      while (row.find()) {
        seen.add(row.group(1));
      }
      Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
      url = next.find() ? next.group(1).replace("&amp;", "&") : "";
    }
    long all =
        town.trace().stream()
            .filter(row -> AuditFilter.Sort.LOOKED.actions().contains(row.getAction()))
            .filter(row -> town.shownBy(row).contains(family.child))
            .count();
    assertThat(seen.size()).isBetween((int) all - 3, (int) all).isGreaterThan(120);
    audit.get(rows + "?before=nonsense").is(200);
  }

  /** The counsellor opened the child so many times. */
  private void view(TestTown.Worker who, ChildId whom, int times) {
    Actor.Staff actor = town.actor(who);
    for (int i = 0; i < times; i++) {
      family
          .program
          .database()
          .run(
              actor,
              tx ->
                  family
                      .program
                      .bean(Trace.class)
                      .write(tx, Entry.of(Action.VIEW_CHILD).child(whom).ground("OWN")));
    }
  }

  @Test
  void whatIsTakenOutIsTracedItself() {
    audit.post(rows + "/file", "purpose", "REPORT").is(200);
    assertThat(town.trace(Action.EXPORT))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getPurpose()).isEqualTo("REPORT");
          assertThat(row.getActorId()).isEqualTo(auditor.staff().value());
        });
    audit.post(rows + "/file", "purpose", "curiosity").is(404);
  }

  @Test
  void theAuditorReadsNoWordOfTheRecordAndNobodyElseReadsTheTrace() {
    audit.get(child).is(404);
    audit.get("/children/" + family.child + "/enrolments").is(404);
    TestTown.Worker hub = town.worker(family.centre, PostKind.AUDITOR, "黒田 みお");
    family.program.visitor().signIn(hub).get(child).is(404);
    for (TestTown.Worker other : List.of(family.counsellor, family.head)) {
      Visitor visitor = family.program.visitor().signIn(other);
      visitor.get("/audit").is(404);
      visitor.get(rows).is(404);
      visitor.get("/audit/unusual").is(404);
      visitor.post(rows + "/file", "purpose", "WORK").is(404);
    }
    TestTown.Worker admin = town.worker(office, PostKind.ADMINISTRATOR, "白井 まき");
    family.program.visitor().signIn(admin).get("/audit").is(404);
    audit.get("/staff").is(404);
    TestTown next = family.program.newTown();
    OrganisationId place = next.organisation(OrganisationKind.CITY_OFFICE, "となりの課");
    TestTown.Worker foreign = next.worker(place, PostKind.AUDITOR, "森田 かえで");
    Visitor stranger = family.program.visitor().signIn(foreign);
    stranger.get(rows).is(404);
    stranger.get("/audit/rows/staff/" + family.counsellor.staff()).is(404);
    audit.get("/audit/rows/guardians/" + UUID.randomUUID()).is(404);
  }

  @Test
  void theUnusualIsFoundByItsRulesAndMarkedOnce() {
    for (int i = 0; i < 20; i++) {
      view(family.counsellor, ChildId.create(), 1);
    }
    TestTown.Worker relative = town.worker(family.centre, PostKind.COUNSELLOR, "青空 さら");
    view(relative, family.child, 2);
    String page = audit.get("/audit/unusual").is(200).body();
    assertThat(page)
        .contains("1時間に", "人の児童の記録を開いた", "自分と同じ姓の児童の記録を、その月に2回開いた")
        .contains("まだたしかめていないもの 2件");
    List<String> keys = KEY.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(keys).hasSize(2);
    String key = keys.stream().filter(one -> one.startsWith("SAME_NAME")).findFirst().orElseThrow();
    String[] form = {"month", "2026-11", "key", key, "note." + key, " "};
    assertThat(audit.post("/audit/unusual", form).is(422).body()).contains("たしかめた結果を");
    form[5] = "親族ではなかった";
    audit.post("/audit/unusual", form).is(200);
    form[5] = "もう一度";
    audit.post("/audit/unusual", form).is(200);
    assertThat(audit.get("/audit/unusual").body())
        .contains("親族ではなかった", "枝野 つかさ", "まだたしかめていないもの 1件")
        .doesNotContain("もう一度");
    audit.post("/audit/unusual", "month", "2026-11", "key", "NIGHT_x", "note.NIGHT_x", "a").is(404);
    assertThat(audit.get("/audit/unusual?month=2026-10").is(200).body()).contains("ふだんと違う閲覧はありません");
  }

  @Test
  void nightsPapersAndWhatHadLongEndedAreFound() {
    family.program.clock().set(Instant.parse("2026-11-20T14:30:00Z"));
    try {
      view(family.counsellor, family.child, 1);
    } finally {
      family.program.clock().set(jp.tsunagi.TestClock.START);
    }
    Actor.Staff head = town.actor(family.head);
    for (int i = 0; i < 10; i++) {
      family
          .program
          .database()
          .run(
              head,
              tx ->
                  family
                      .program
                      .bean(Trace.class)
                      .write(tx, Entry.of(Action.PRINT).child(family.child)));
    }
    town.run(tx -> {
      var involvements = family.program.bean(jp.tsunagi.people.involvement.Involvements.class);
      involvements.open(
          tx,
          family.child,
          family.nursery,
          jp.tsunagi.people.involvement.InvolvementKind.VISIT,
          new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 2)));
    });
    view(family.head, family.child, 1);
    var found = town.call(tx -> UnusualSql.found(tx, november(tx)));
    assertThat(found)
        .extracting(one -> one.key().rule() + " " + one.name())
        .contains("NIGHT 白石 なぎさ", "PRINTS 花園 みつ", "AFTER_LONG 花園 みつ");
  }

  @Test
  void manyRefusedSignInsStandInThePersonsRowsAndStandOut() {
    for (int i = 0; i < 9; i++) {
      refused();
    }
    var before = town.call(tx -> UnusualSql.found(tx, november(tx)));
    assertThat(before).extracting(one -> one.key().rule()).doesNotContain(UnusualRule.REFUSED);
    refused();
    var found = town.call(tx -> UnusualSql.found(tx, november(tx)));
    assertThat(found)
        .filteredOn(one -> one.key().rule() == UnusualRule.REFUSED)
        .singleElement()
        .satisfies(one -> assertThat(one.name()).isEqualTo("白石 なぎさ"))
        .satisfies(one -> assertThat(one.much()).isEqualTo(10));
    String page = audit.get("/audit/unusual").is(200).body();
    assertThat(page).contains("1日に10回、この人のログインや本人の確認が断られた");
    String key =
        KEY.matcher(page)
            .results()
            .map(match -> match.group(1))
            .filter(one -> one.startsWith("REFUSED"))
            .findFirst()
            .orElseThrow();
    String[] form = {"month", "2026-11", "key", key, "note." + key, "本人の打ちまちがい"};
    audit.post("/audit/unusual", form).is(200);
    assertThat(audit.get("/audit/unusual").body()).contains("本人の打ちまちがい");
    String of = "/audit/rows/staff/" + family.counsellor.staff();
    assertThat(audit.get(of).is(200).body()).contains("ログインや本人の確認を断られた", "パスワードがちがった", "つなぎの自動の処理");
    assertThat(audit.get("/audit/rows/staff/" + family.head.staff()).is(200).body())
        .doesNotContain("パスワードがちがった");
  }

  /** Somebody typed a wrong password for the counsellor. */
  private void refused() {
    family
        .program
        .database()
        .run(
            new Actor.Job(town.tenant(), "sign-in"),
            tx ->
                family
                    .program
                    .bean(Trace.class)
                    .write(
                        tx,
                        Entry.of(Action.SIGN_IN_REFUSED)
                            .about("staff.signin.refused", family.counsellor.staff())
                            .purpose("PASSWORD_WRONG")));
  }

  private static Period november(Tx tx) {
    return Period.through(tx.today().withDayOfMonth(1), tx.today().withDayOfMonth(30));
  }

  @Test
  void theListsGoByIndexes() {
    town.run(tx -> {
      var filter = AuditFilter.of(Typed.NOTHING, tx.today());
      for (AuditSubject.Kind kind : AuditSubject.Kind.values()) {
        var query = AuditSql.query(tx, new AuditSubject(kind, UUID.randomUUID()), filter, 51);
        tx.sql().execute("set local enable_seqscan = off");
        String plan = tx.sql().explain(query).plan();
        assertThat(plan)
            .as(kind.name())
            .doesNotContain("Seq Scan on audit_event")
            .doesNotContain("Seq Scan on audit_subject")
            .contains(
                switch (kind) {
                  case CHILD -> "audit_subject_";
                  case STAFF -> "actor_id";
                  case ORGANISATION -> "organisation_id";
                });
      }
    });
  }
}
