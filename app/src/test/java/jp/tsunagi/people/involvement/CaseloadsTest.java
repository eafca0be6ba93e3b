package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.ASSIGNED_CHILD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.people.staff.Staffing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 担当児 and 代わり: whoever enrols at a place decides who holds which child. */
class CaseloadsTest {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"");
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private final FamilyTown family = new FamilyTown();
  private final TestTown town = family.town;
  private final ClassId stars = town.schoolClass(family.nursery, 2026, "ほし組");
  private final TestTown.Worker teacher =
      town.worker(family.nursery, PostKind.NURSERY_TEACHER, "浅瀬 りつ", Optional.of(stars));
  private final TestTown.Worker extra =
      town.worker(family.nursery, PostKind.NURSERY_TEACHER, "小麦 さら");
  private final ChildId second =
      family.child("緑川", "みどりかわ", "あおい", LocalDate.of(2022, 5, 1), family.nursery);
  private final String url = "/caseloads?at=" + family.nursery;
  private Visitor head;

  @BeforeEach
  void enrolled() {
    enrol(family.child);
    head = family.program.visitor().signIn(family.head);
  }

  private void enrol(ChildId child) {
    town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(tx, child, family.nursery, InvolvementKind.ENROLMENT, Period.since(APRIL)));
  }

  private void inStars(ChildId child) {
    town.run(tx -> {
      Involvements involvements = family.program.bean(Involvements.class);
      involvements.of(tx, child).stream()
          .filter(one -> one.kind() == InvolvementKind.ENROLMENT)
          .forEach(one -> involvements.place(tx, one, stars, Optional.of(1), Period.since(APRIL)));
    });
  }

  private String[] form(String act, String holder, String from, String last, ChildId... children) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "at",
                family.nursery.toString(),
                "show",
                "",
                "act",
                act,
                "holder",
                holder,
                "from",
                from,
                "last",
                last));
    for (ChildId child : children) {
      all.addAll(List.of("child", child.toString()));
    }
    return all.toArray(String[]::new);
  }

  private static String[] with(String[] form, String... more) {
    List<String> all = new ArrayList<>(List.of(form));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Looks at it, then decides what was shown. */
  private String decide(String... form) {
    String seen = seen(head.post("/caseloads", form).is(200).body());
    head.post("/caseloads", with(form, "step", "decide", "seen", seen)).is(200);
    return seen;
  }

  private static String seen(String page) {
    Matcher found = SEEN.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private boolean reads(TestTown.Worker who, ChildId child) {
    return town.actor(who).assignments().stream()
        .anyMatch(one -> town.call(tx -> running(tx, one, child)));
  }

  private static boolean running(
      jp.tsunagi.base.database.Tx tx, AssignmentId assignment, ChildId child) {
    var reach = jp.tsunagi.schema.Tables.REACH;
    return tx.sql()
        .fetchExists(
            reach,
            reach.TENANT_ID.eq(tx.tenant()),
            reach.ASSIGNMENT_ID.eq(assignment),
            reach.CHILD_ID.eq(child),
            reach.KIND.eq("RUNNING"),
            reach.VALID_FROM.le(tx.today()),
            reach.VALID_TO.gt(tx.today()));
  }

  @Test
  void aChildIsGivenByNameLookedAtFirstAndTakenAwayAgain() {
    String page = head.get(url).is(200).body();
    assertThat(page).contains("担当者のいない子ども 2", "担当者がいません", "小麦 さら");
    String[] give = form("GIVE", extra.assignment().toString(), "R8.11.20", "", family.child);
    String look = head.post("/caseloads", give).is(200).body();
    assertThat(look).contains("小麦 さら（担任）が", "青空", "この内容で決める");
    assertThat(reads(extra, family.child)).as("only looked at").isFalse();

    String seen = decide(give);
    head.post("/caseloads", with(give, "step", "decide", "seen", seen)).is(200);
    assertThat(reads(extra, family.child)).isTrue();
    assertThat(family.program.visitor().signIn(extra).get("/children/" + family.child).is(200))
        .isNotNull();
    assertThat(rows()).isEqualTo(1);
    assertThat(head.get(url + "&show=" + extra.assignment()).is(200).body())
        .contains("青空", "名前で担当", "小麦 さらさんの代わりの人")
        .doesNotContain("緑川");
    assertThat(head.get(url + "&show=none").is(200).body()).contains("緑川").doesNotContain("青空");
    assertThat(head.post("/caseloads", give).is(422).body()).contains("もうこの人が名前で");

    String[] end = form("END", "", "", "R8.11.19", family.child);
    decide(end);
    assertThat(reads(extra, family.child)).isFalse();
    assertThat(rows()).as("it began today: it never was").isZero();
    assertThat(town.trace(Action.CHANGE_INVOLVEMENT).stream().map(row -> row.getPurpose()))
        .contains("CASELOAD_GIVEN", "CASELOAD_REPEATED", "CASELOAD_ENDED");
    family.program.visitor().signIn(extra).get("/children/" + family.child).is(404);
  }

  private int rows() {
    return town.call(
        tx -> tx.sql().fetchCount(ASSIGNED_CHILD, ASSIGNED_CHILD.TENANT_ID.eq(tx.tenant())));
  }

  @Test
  void manyGoToAnotherHolderAndWhatChangedMeanwhileIsShownAgain() {
    String first = extra.assignment().toString();
    decide(form("GIVE", first, "R8.11.20", "", family.child, second));
    TestTown.Worker next = town.worker(family.nursery, PostKind.NURSERY_TEACHER, "水野 しおり");
    String[] move = form("MOVE", next.assignment().toString(), "R9.4.1", "", family.child, second);
    String look = head.post("/caseloads", move).is(200).body();
    assertThat(look).contains("水野 しおり", "小麦 さらさんの担当は令和9年3月31日まで");
    String seen = seen(look);
    decide(form("END", "", "", "R8.12.31", second));
    String again =
        head.post("/caseloads", with(move, "step", "decide", "seen", seen)).is(200).body();
    assertThat(again).contains("ほかの人が変えました");
    assertThat(rows()).isEqualTo(2);
    head.post("/caseloads", with(move, "step", "decide", "seen", seen(again))).is(200);
    assertThat(rows()).isEqualTo(4);
    assertThat(reads(extra, family.child)).as("until March").isTrue();
    assertThat(reads(next, family.child)).as("from April on").isFalse();
    assertThat(head.get(url).body()).contains("水野 しおり（名前で担当");
  }

  @Test
  void whatIsWrongIsSaidAndKept() {
    String holder = extra.assignment().toString();
    assertThat(head.post("/caseloads", form("GIVE", holder, "R8.11.20", "")).is(422).body())
        .contains("児童を1人以上");
    assertThat(head.post("/caseloads", form("GIVE", holder, "R8.11.1", "", second)).is(422).body())
        .contains("きょうか、これからの日", "R8.11.1");
    assertThat(
            head.post("/caseloads", form("GIVE", holder, "R8.12.1", "R8.11.30", second))
                .is(422)
                .body())
        .contains("より前です");
    assertThat(head.post("/caseloads", form("END", "", "", "R8.11.20", second)).is(422).body())
        .contains("名前で受け持つ人はいません");
    ChildId strange = family.child("黒田", "くろだ", "みお", LocalDate.of(2021, 5, 1), family.centre);
    assertThat(
            head.post("/caseloads", form("GIVE", holder, "R8.11.20", "", strange)).is(422).body())
        .as("not of this place: as if not ticked")
        .contains("児童を1人以上")
        .doesNotContain("黒田");
    assertThat(rows()).isZero();
  }

  @Test
  void onlyWhoEnrolsThereMay() {
    family.program.visitor().signIn(teacher).get(url).is(404);
    family.program.visitor().signIn(family.counsellor).get(url).is(404);
    var clubHouse = town.organisation(OrganisationKind.AFTER_SCHOOL, "あおぞらクラブ");
    var worker = town.worker(clubHouse, PostKind.PLACE_WORKER, "黒田 みお");
    family.program.visitor().signIn(worker).get("/caseloads").is(404);
    Visitor stranger = family.program.visitor().signIn(teacher);
    stranger.get(substitutes()).is(404);
    assertThat(head.get("/children/" + family.child + "/enrolments").is(200).body())
        .contains("担当する人を決める", "/caseloads?at=" + family.nursery);
  }

  private String substitutes() {
    return "/assignments/" + teacher.assignment() + "/substitutes";
  }

  private String[] instead(AssignmentId id, TestTown.Worker by, String from, String last) {
    return new String[] {
      "id", id.toString(), "staff", by.staff().toString(), "from", from, "lastDay", last
    };
  }

  @Test
  void aColleagueStandsInWithClassAndNamedChildrenAndItEndsByItself() {
    inStars(family.child);
    decide(form("GIVE", teacher.assignment().toString(), "R8.11.20", "", second));
    assertThat(reads(extra, family.child)).isFalse();
    AssignmentId id = AssignmentId.create();
    assertThat(head.post(substitutes(), instead(id, family.head, "R8.11.20", "R8.12.10")).is(422))
        .isNotNull();
    assertThat(head.post(substitutes(), instead(id, extra, "R8.11.20", "R8.11.1")).is(422).body())
        .contains("より前です");
    head.post(substitutes(), instead(id, extra, "R8.11.20", "R8.12.10")).is(200);
    head.post(substitutes(), instead(id, extra, "R8.11.20", "R8.12.10")).is(200);
    assertThat(
            head.post(substitutes(), instead(AssignmentId.create(), extra, "R8.12.1", "R8.12.20"))
                .is(422)
                .body())
        .contains("もう");
    assertThat(reads(extra, family.child)).isTrue();
    assertThat(reads(extra, second)).as("the child given by name too").isTrue();
    Visitor substitute = family.program.visitor().signIn(extra);
    assertThat(substitute.get("/day?post=" + id).is(200).body()).contains("浅瀬 りつさんの代わり");
    assertThat(substitute.get("/children/" + family.child + "/reason").is(200).body())
        .contains("浅瀬 りつさんの代わり");
    assertThat(head.get("/children/" + family.child + "/enrolments").body())
        .contains("小麦 さら（浅瀬 りつさんの代わり）");
    ChildId third = family.child("森田", "もりた", "りく", LocalDate.of(2022, 5, 1), family.nursery);
    decide(form("GIVE", teacher.assignment().toString(), "R8.11.20", "", third));
    assertThat(reads(extra, third)).as("given while it lasts").isTrue();

    town.run(tx -> {
      var reach = jp.tsunagi.schema.Tables.REACH;
      assertThat(
              tx.sql()
                  .select(org.jooq.impl.DSL.max(reach.VALID_TO))
                  .from(reach)
                  .where(reach.TENANT_ID.eq(tx.tenant()))
                  .and(reach.ASSIGNMENT_ID.eq(id))
                  .fetchSingle()
                  .value1())
          .as("it ends by itself")
          .isEqualTo(LocalDate.of(2026, 12, 11));
    });
    town.run(tx -> family.program.bean(Staffing.class).end(tx, teacher.assignment(), tx.today()));
    assertThat(reads(extra, family.child)).as("with whom it stood in for").isFalse();
  }

  @Test
  void whoStandsInIsTakenBackOrEnded() {
    AssignmentId id = AssignmentId.create();
    head.post(substitutes(), instead(id, extra, "R8.12.1", "R8.12.10")).is(200);
    assertThat(head.get(substitutes()).is(200).body()).contains("小麦 さら", "取りやめる");
    head.post(substitutes() + "/" + id + "/end").is(200);
    head.post(substitutes() + "/" + id + "/end").is(404);
    assertThat(head.get(substitutes()).body()).contains("代わりの人はいません");
    head.post(substitutes() + "/" + teacher.assignment() + "/end").is(404);
  }
}
