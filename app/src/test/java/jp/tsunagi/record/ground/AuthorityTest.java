package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Relation;
import org.junit.jupiter.api.Test;

/** Who decides for a child: kinds of authority, restrictions, and the change at 18 (A3). */
class AuthorityTest {
  private final FamilyTown family = new FamilyTown();
  private final Visitor counsellor = family.program.visitor().signIn(family.counsellor);
  private final String guardians = "/children/" + family.child + "/guardians";

  private Visitor.Reply restrict(String id, String... more) {
    return counsellor.post(
        guardians + "/restrictions",
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("id", id), java.util.stream.Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void whoIsRestrictedNeitherDecidesNorReads() {
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    String portal = "/portal/children/" + family.child + "/consents";
    mother.get(portal).is(200);
    String id = UUID.randomUUID().toString();
    assertThat(restrict(id).is(422).body()).contains("何で確かめたかを入れてください");
    String[] whole = {
      "restriction.whom", family.mother.toString(),
      "restriction.reason", "CUSTODY",
      "restriction.evidence", "審判書（令和8年11月1日）"
    };
    restrict(id, whole).is(200);
    restrict(id, whole).is(200);
    mother.get(portal).is(404);
    String page = counsellor.get(guardians).is(200).body();
    assertThat(page).contains("いまは決められません", "親権者ではない").containsOnlyOnce("/end\"");
    assertThat(family.town.trace(Action.CHANGE_CHILD))
        .extracting(row -> row.getPurpose())
        .containsExactly("RESTRICTION_CUSTODY", "RESTRICTION_REPEATED");
    String lift = guardians + "/restrictions/" + id + "/end";
    assertThat(counsellor.post(lift).is(422).body()).contains("何で確かめたかを、200文字まで");
    counsellor.post(lift, "why." + id, "取下書").is(200);
    mother.get(portal).is(200);
    counsellor.post(lift, "why." + id, "取下書").is(404);
  }

  /** No other place's word helps whoever is restricted. */
  @Test
  void aSignatureOfWhoIsRestrictedIsRefused() {
    restrict(
            UUID.randomUUID().toString(),
            "restriction.whom",
            family.mother.toString(),
            "restriction.reason",
            "SUSPENDED",
            "restriction.evidence",
            "審判書")
        .is(200);
    String draft = "/children/" + family.child + "/consents/draft";
    String path =
        counsellor
            .post(
                draft,
                "kind",
                "USE",
                "consent",
                UUID.randomUUID().toString(),
                "scope",
                "PROFILE",
                "until",
                "")
            .is(200)
            .path();
    String paper = path.replace("/request", "/paper");
    assertThat(counsellor.get(paper).is(200).body()).doesNotContain("青空 みなみ様");
    String[] typed = {
      "giver", family.mother.toString(), "on", "R8.11.19", "place", "書庫", "scope", "PROFILE"
    };
    byte[] scan = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
    counsellor.upload(paper, "scan", "同意書.pdf", scan, typed).is(422);
    assertThat(family.town.trace(Action.GIVE_CONSENT))
        .extracting(row -> row.getPurpose())
        .doesNotContain("USE");
  }

  @Test
  void theKindOfAuthorityGoesWithTheRelation() {
    String page = counsellor.get(guardians + "/" + family.father).is(200).body();
    var seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
    assertThat(seen.find()).isTrue();
    String[] typed = {
      "seen", seen.group(1),
      "guardian.name", "青空 わたる",
      "guardian.kana", "あおぞら わたる",
      "guardian.relation", "FATHER",
      "guardian.order", "2",
      "guardian.decides", "guardian.decides",
      "authority.kind", "OWN",
      "evidence", "協議書"
    };
    assertThat(counsellor.post(guardians + "/" + family.father, typed).is(422).body())
        .contains("続柄と合いません");
    typed[13] = "JOINT";
    counsellor.post(guardians + "/" + family.father, typed).is(200);
    assertThat(counsellor.get(guardians).body()).contains("共同親権　令和4年6月3日から");
  }

  /** What the mother consented to holds until the 31 March after the 18th birthday, not longer. */
  @Test
  void fromTheEighteenthBirthdayThePersonDecides() {
    ChildId teen = family.child("星野", "ほしの", "あかり", LocalDate.of(2009, 5, 10), family.centre);
    GuardianId mother = family.guardian(teen, "星野 みずほ", Relation.MOTHER, true);
    family.town.run(tx ->
        family
            .program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    ConsentId.create(),
                    teen,
                    ConsentKind.USE,
                    mother,
                    ConsentMeans.PAPER,
                    tx.today(),
                    "test",
                    Optional.empty(),
                    Set.of(family.centre, family.education),
                    List.of(ScopeLine.of(Category.INVOLVEMENT)),
                    false,
                    Period.since(tx.today()),
                    Optional.empty())));
    String consents = "/children/" + teen + "/consents";
    String login = family.account(mother);
    family.program.clock().set(LocalDate.of(2027, 5, 9));
    family.program.visitor().signIn(login).get("/portal" + consents).is(200);
    family.program.clock().set(LocalDate.of(2027, 5, 10));
    family.program.visitor().signIn(login).get("/portal" + consents).is(404);
    Visitor desk = family.program.visitor().signIn(family.counsellor);
    assertThat(desk.get(consents).is(200).body()).contains("令和10年3月31日");
    desk.post(
            "/children/" + teen + "/guardians",
            "id",
            GuardianId.create().toString(),
            "guardian.name",
            "星野 あかり",
            "guardian.kana",
            "ほしの あかり",
            "guardian.relation",
            "SELF",
            "guardian.order",
            "1",
            "guardian.decides",
            "guardian.decides",
            "evidence",
            "本人確認書類")
        .is(200);
    String people = desk.get("/children/" + teen + "/guardians").is(200).body();
    assertThat(people).contains("本人　令和9年5月10日から", "いまは決められません");
    family.program.clock().set(LocalDate.of(2028, 3, 31));
    Visitor teacher = family.program.visitor().signIn(family.teacher);
    assertThat(teacher.get(consents).is(200).body()).contains("有効");
    family.program.clock().set(LocalDate.of(2028, 4, 1));
    assertThat(family.program.visitor().signIn(family.counsellor).get(consents).is(200).body())
        .contains("期間終了");
  }
}
