package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.CHILD_BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 閲覧の制限: it holds at once, beats everything, and only a hub lifts it. */
class BlocksTest {
  private final FamilyTown family = new FamilyTown();
  private final ClassId stars = family.town.schoolClass(family.nursery, 2026, "ほし組");
  private final TestTown.Worker nurse =
      family.town.worker(family.nursery, PostKind.NURSERY_TEACHER, "浅瀬 りつ", Optional.of(stars));
  private final TestTown.Worker colleague =
      family.town.worker(family.centre, PostKind.COUNSELLOR, "小麦 さら");
  private final String page = "/children/" + family.child;
  private final String blocks = page + "/blocks";
  private Visitor counsellor;
  private Visitor teacher;
  private Visitor head;

  @BeforeEach
  void enrolled() {
    family.town.run(tx -> {
      family.program.bean(Children.class).share(tx, family.child);
      Involvements involvements = family.program.bean(Involvements.class);
      Period year = Period.since(LocalDate.of(2026, 4, 1));
      involvements.open(tx, family.child, family.nursery, InvolvementKind.ENROLMENT, year);
      involvements.of(tx, family.child).stream()
          .filter(one -> one.kind() == InvolvementKind.ENROLMENT)
          .forEach(one -> involvements.place(tx, one, stars, Optional.of(1), year));
    });
    counsellor = family.program.visitor().signIn(family.counsellor);
    teacher = family.program.visitor().signIn(nurse);
    head = family.program.visitor().signIn(family.head);
  }

  private static String[] form(String kind, String... more) {
    return form(UUID.randomUUID().toString(), kind, more);
  }

  private static String[] form(String id, String kind, String[] more) {
    String[] all = new String[4 + more.length];
    all[0] = "kind";
    all[1] = kind;
    all[2] = "id";
    all[3] = id;
    for (int at = 0; at < more.length; at += 2) {
      all[4 + at] = kind + "." + more[at];
      all[5 + at] = more[at + 1];
    }
    return all;
  }

  private int kept() {
    return family.town.call(
        tx -> tx.sql().fetchCount(CHILD_BLOCK, CHILD_BLOCK.TENANT_ID.eq(family.town.tenant())));
  }

  private String[] nurseAway() {
    return form("STAFF", "person", "浅瀬りつ", "whom", nurse.staff().toString(), "reason", "RELATIVE");
  }

  @Test
  void oneKeepsOneselfAwayAndCannotComeBack() {
    assertThat(teacher.get(blocks).is(200).body())
        .contains("自分がこの児童を見ないようにする")
        .doesNotContain("職員を制限する", "いまの制限");
    assertThat(teacher.post(blocks, form("SELF")).is(422).body()).contains("どれかを選んでください");
    assertThat(teacher.post(blocks, form("SELF", "reason", "OTHER")).is(422).body())
        .contains("補足に理由を書いてください");
    teacher.post(blocks, form("SELF", "reason", "FAMILY")).is(422);
    assertThat(kept()).isZero();
    assertThat(teacher.post(blocks, form("SELF", "reason", "RELATIVE")).is(200).body())
        .contains("今から表示されません")
        .doesNotContain("青空");
    teacher.get(page).is(404);
    teacher.get(blocks).is(404);
    head.get(page).is(200);
    assertThat(teacher.post("/children/search", "q", "あおぞら").body()).doesNotContain("青空");
    assertThat(family.town.trace(Action.CHANGE_INVOLVEMENT))
        .singleElement()
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("BLOCK_RELATIVE"));
  }

  @Test
  void aHubKeepsAwayByNameAndLifts() {
    assertThat(counsellor.get(blocks).is(200).body()).contains("閲覧の制限はありません");
    String[] unknown = form("STAFF", "person", "だれでもない", "reason", "FAMILY");
    assertThat(counsellor.post(blocks, unknown).is(422).body()).contains("その名前の職員は");
    String[] found = form("STAFF", "person", "浅瀬　りつ", "reason", "FAMILY");
    assertThat(counsellor.post(blocks, found).is(422).body()).contains("浅瀬 りつ　みどり保育園", "選んでください");
    teacher.get(page).is(200);
    counsellor.post(blocks, nurseAway()).is(200);
    teacher.get(page).is(404);
    head.get(page).is(200);
    assertThat(counsellor.post(blocks, nurseAway()).is(422).body()).contains("もう制限されています");
    String id =
        family.town.call(tx ->
            tx.sql()
                .selectFrom(CHILD_BLOCK)
                .where(CHILD_BLOCK.TENANT_ID.eq(family.town.tenant()))
                .fetchSingle()
                .getBlockId()
                .toString());
    String end = blocks + "/" + id + "/end";
    assertThat(counsellor.post(end).is(422).body()).contains("終える理由を");
    counsellor.post(end, "why." + id, "異動で関わりがなくなった").is(200);
    assertThat(counsellor.get(blocks).is(200).body()).contains("異動で関わりがなくなった");
    teacher.get(page).is(200);
    counsellor.post(end, "why." + id, "もう一度").is(404);
  }

  @Test
  void aPlaceIsKeptAwayWholeButNotOnesOwn() {
    String[] place = form("ORGANISATION", "whom", family.nursery.toString(), "reason", "PARTY");
    counsellor.post(blocks, place).is(200);
    teacher.get(page).is(404);
    head.get(page).is(404);
    var newcomer =
        family.town.worker(family.nursery, PostKind.NURSERY_TEACHER, "後から 来た", Optional.of(stars));
    family.program.visitor().signIn(newcomer).get(page).is(404);
    String[] own = form("ORGANISATION", "whom", family.centre.toString(), "reason", "PARTY");
    assertThat(counsellor.post(blocks, own).is(422).body()).contains("自分の機関は制限できません");
    counsellor.get(page).is(200);
  }

  @Test
  void nobodyElseKeepsOthersAway() {
    teacher.post(blocks, nurseAway()).is(422);
    String place = family.centre.toString();
    teacher.post(blocks, form("ORGANISATION", "whom", place, "reason", "PARTY")).is(422);
    teacher.post(blocks, form("EVERYBODY", "reason", "PARTY")).is(404);
    assertThat(kept()).isZero();
    String somewhere = "/children/" + UUID.randomUUID() + "/blocks";
    counsellor.get(somewhere).is(404);
    counsellor.post(somewhere, form("SELF", "reason", "RELATIVE")).is(404);
  }

  @Test
  void theSameFormTwiceIsOneBlock() {
    String id = UUID.randomUUID().toString();
    String[] more = {"person", "浅瀬りつ", "whom", nurse.staff().toString(), "reason", "RELATIVE"};
    counsellor.post(blocks, form(id, "STAFF", more)).is(200);
    counsellor.post(blocks, form(id, "STAFF", more)).is(200);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void whoIsKeptAwayDoesNotFindTheChildByMatchingEither() {
    String[] asked = {
      "FAMILY",
      "青空",
      "FAMILY.kana",
      "あおぞら",
      "GIVEN",
      "ひなた",
      "GIVEN.kana",
      "ひなた",
      "birth",
      "2022-06-03",
      "purpose",
      "CONSULTATION"
    };
    Visitor other = family.program.visitor().signIn(colleague);
    assertThat(other.post("/children/new", asked).is(200).body()).contains(page);
    other.post(blocks, form("SELF", "reason", "RELATIVE")).is(200);
    assertThat(other.post("/children/new", asked).is(200).body()).doesNotContain(page);
    other.get("/children/doubles").is(200);
  }
}
