package jp.tsunagi.record.compartment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
import org.junit.jupiter.api.Test;

/** 住所の秘匿 and 限られた人だけの記録, from the opening to the end (SECURITY: invariant 6). */
class CompartmentTest {
  private static final String ADDRESS = "つなぎ市みずほ町1丁目2番地3";

  private final FamilyTown family = new FamilyTown();
  private final TestTown.Worker colleague =
      family.town.worker(family.centre, PostKind.CENTRE_HEAD, "白石 たかし");
  private final TestTown.Worker driver =
      family.town.worker(family.nursery, PostKind.NURSERY_TEACHER, "花園 さき");
  private final String page = "/children/" + family.child;
  private final String compartments = page + "/compartments";

  CompartmentTest() {
    LocalDate today = LocalDate.ofInstant(family.program.clock().instant(), ActingClock.JAPAN);
    family.town.run(tx -> {
      family
          .program
          .bean(Involvements.class)
          .open(tx, family.child, family.nursery, InvolvementKind.ENROLMENT, Period.since(today));
      family
          .program
          .bean(Children.class)
          .moved(tx, family.child, today, Optional.of("000-0001"), ADDRESS);
    });
    family.agrees(
        ConsentKind.USE,
        Period.since(today),
        ScopeLine.of(Category.LOCATION),
        ScopeLine.of(Category.INVOLVEMENT));
  }

  private Visitor as(TestTown.Worker worker) {
    return family.program.visitor().signIn(worker);
  }

  private static String[] hide(UUID id, String... named) {
    return Stream.concat(
            Stream.of("kind", "HIDDEN_ADDRESS", "id", id.toString(), "reason", "SUPPORT_MEASURE"),
            Stream.of(named).flatMap(who -> Stream.of("named", who)))
        .toArray(String[]::new);
  }

  @Test
  void fromTheFirstMomentOnlyTheNamedFewSeeWhereTheChildIs() {
    Visitor head = as(colleague);
    assertThat(head.get(page + "/address").is(200).body()).contains(ADDRESS);
    assertThat(head.get(page).is(200).text()).contains("みどり保育園", "080-0000-0001");
    Visitor counsellor = as(family.counsellor);
    assertThat(counsellor.get(compartments).is(200).body())
        .contains("この児童に設定されているものはありません", "みどり保育園", "自分（白石 なぎさ）");
    assertThat(counsellor.post(compartments, hide(UUID.randomUUID())).is(422).body())
        .contains("職員か職務を、一つ以上えらんでください");
    UUID id = UUID.randomUUID();
    counsellor.post(compartments, hide(id, "me")).is(200);
    counsellor.post(compartments, hide(id, "me")).is(200);
    assertThat(counsellor.post(compartments, hide(UUID.randomUUID(), "me")).is(422).body())
        .contains("すでに設定されています");

    assertThat(counsellor.get(page + "/address").is(200).body()).contains(ADDRESS);
    assertThat(counsellor.get(page).is(200).text()).contains("みどり保育園", "080-0000-0001", "取扱注意");
    head.get(page + "/address").is(404);
    assertThat(head.get(page).is(200).text())
        .contains("ある機関", "取扱注意")
        .doesNotContain("みどり保育園", "080-0000-0001");
    assertThat(head.get(page + "/enrolments").is(200).text())
        .contains("ある機関")
        .doesNotContain("<th scope=\"row\">みどり保育園", "花園");
    assertThat(as(family.head).get(page).is(200).text()).contains("みどり保育園", "取扱注意");
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    assertThat(mother.get("/portal/children/" + family.child + "/access").is(200).text())
        .doesNotContain("つなぎ児童発達支援センター")
        .contains("ある機関");
    assertThat(family.town.trace(Action.CHANGE_COMPARTMENT))
        .extracting(row -> row.getPurpose())
        .containsExactly("OPENED_HIDDEN_ADDRESS", "AGAIN");
  }

  private UUID hidden(String... named) {
    UUID id = UUID.randomUUID();
    as(family.counsellor).post(compartments, hide(id, named)).is(200);
    return id;
  }

  @Test
  void thePlaceThatHidItKeepsTheListAndNobodyElse() {
    UUID id = hidden("me");
    String one = compartments + "/" + id;
    assertThat(as(colleague).get(one).is(200).body()).contains("白石 なぎさ", "住所を秘匿した");
    Visitor nursery = as(family.head);
    assertThat(nursery.get(compartments).is(200).body())
        .contains("ほかの機関が設定しています")
        .doesNotContain("白石 なぎさ", "住所を秘匿する");
    nursery.get(one).is(404);
    nursery.post(one + "/end", "why", "もうよい").is(404);
    as(driver).get(compartments).is(404);
    Visitor counsellor = as(family.counsellor);
    String post = found(counsellor.get(one).body(), "value=\"(post\\.[^\"]+)\"[^>]*><span>みどり保育園");
    String[] named = {"id", UUID.randomUUID().toString(), "whom", post};
    counsellor.post(one + "/members", named).is(200);
    counsellor.post(one + "/members", named).is(200);
    assertThat(
            counsellor
                .post(one + "/members", "id", UUID.randomUUID().toString(), "whom", post)
                .is(422)
                .body())
        .contains("すでに名前が挙がっています");
    assertThat(nursery.get(one).is(200).body()).contains("園長");
    assertThat(
            counsellor
                .post(one + "/members", "id", UUID.randomUUID().toString(), "person", "白石 たかし")
                .is(422)
                .body())
        .contains("どの職員かをえらんでください", "つなぎ児童発達支援センター");
    counsellor
        .post(
            one + "/members",
            "id",
            UUID.randomUUID().toString(),
            "person",
            "白石 たかし",
            "which",
            colleague.staff().toString())
        .is(200);
    assertThat(as(colleague).get(page + "/address").is(200).body()).contains(ADDRESS);
    for (String end : all(counsellor.get(one).body(), "action=\"([^\"]+/members/[^\"]+/end)\"")) {
      counsellor.post(end);
    }
    assertThat(all(counsellor.get(one).body(), "(/members/[^\"]+/end)\""))
        .as("the last one stays")
        .hasSize(1);
    assertThat(counsellor.post(one + "/end").is(422).body()).contains("終える理由を");
    counsellor.post(one + "/end", "why", "措置が終わった").is(200);
    counsellor.post(one + "/end", "why", "措置が終わった").is(404);
    assertThat(as(colleague).get(page).is(200).text()).contains("みどり保育園").doesNotContain("取扱注意");
  }

  @Test
  void aRecordForAFewIsKnownToThemAlone() {
    Visitor counsellor = as(family.counsellor);
    UUID id = UUID.randomUUID();
    String[] begin = {"kind", "ABUSE", "id", id.toString(), "reason", "COUNCIL", "named", "me"};
    counsellor.post(compartments, begin).is(200);
    String one = compartments + "/" + id;
    assertThat(counsellor.post(one + "/notes", "words", " ").is(422).body()).contains("書くことを");
    counsellor.post(one + "/notes", "words", "左腕に古いあざ。\n本人は転んだと話す。").is(200);
    assertThat(counsellor.get(one).is(200).body()).contains("左腕に古いあざ。", "本人は転んだと話す。");
    assertThat(counsellor.get(page).is(200).body())
        .as("no line of the ordinary record tells of it")
        .doesNotContain("左腕", "取扱注意");

    Visitor head = as(colleague);
    assertThat(head.get(one).is(200).body())
        .as("who answers for the place keeps the list, and reads no word")
        .contains("白石 なぎさ")
        .doesNotContain("左腕");
    head.post(one + "/notes", "words", "見た").is(404);
    Visitor nursery = as(family.head);
    assertThat(nursery.get(compartments).is(200).body()).doesNotContain("白石 なぎさ");
    nursery.get(one).is(404);
    String[] own = {
      "kind", "ABUSE", "id", UUID.randomUUID().toString(), "reason", "COUNCIL", "named", "me"
    };
    nursery.post(compartments, own).is(200);
    assertThat(nursery.get(compartments).is(200).body()).contains("花園 みつ");
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    assertThat(mother.get("/portal/children/" + family.child + "/access").is(200).text())
        .doesNotContain("限られた人");
    assertThat(counsellor.get(one).is(200).body())
        .contains("記録を書いた")
        .as("nothing of what another place keeps")
        .containsOnlyOnce("<td>記録を始めた");
  }

  @Test
  void nothingIsPrintedBeforeASecondPersonHasLookedAtIt() {
    PrintTown papers = new PrintTown(family.program, family.town);
    SheetId sheet =
        papers.sheet(
            family.child, family.centre, "support-nursery", ItemState.FINAL, "みどり保育園で遊ぶのが好き");
    String print = "/sheets/" + sheet + "/print";
    Visitor counsellor = as(family.counsellor);
    Visitor head = as(colleague);
    String before = head.post(print, "purpose", "talk").is(200).path();
    UUID id = hidden("me");
    assertThat(head.get(before).is(422).text()).contains("前に印刷したものは開けません");
    counsellor.get(before).is(200);
    family.program.clock().set(family.program.clock().instant().plusSeconds(60));

    assertThat(head.post(print, "purpose", "talk").is(200).path()).startsWith("/releases/new");
    assertThat(
            head.post("/releases", "id", UUID.randomUUID().toString(), "path", print)
                .is(422)
                .body())
        .contains("何を、だれに渡すか");
    UUID asked = UUID.randomUUID();
    String[] ask = {"id", asked.toString(), "path", print, "note", "面談で母に渡す"};
    head.post("/releases", ask).is(200);
    head.post("/releases", ask).is(200);
    String[] yes = {"verdict." + asked, "yes", "word." + asked, "園の名前を消してある"};
    head.post("/releases/" + asked, yes).is(404);
    as(family.teacher).post("/releases/" + asked, yes).is(404);
    assertThat(as(family.teacher).get("/releases").is(200).body()).doesNotContain("面談で母に渡す");
    assertThat(counsellor.get("/day").is(200).body()).contains("確認を待っている印刷");
    assertThat(counsellor.get("/releases").is(200).body()).contains("面談で母に渡す", print);
    assertThat(counsellor.post("/releases/" + asked, "verdict." + asked, "yes").is(422).body())
        .contains("たしかめたこと");
    counsellor.post("/releases/" + asked, yes).is(200);
    counsellor.post("/releases/" + asked, yes).is(404);
    assertThat(head.get("/releases").is(200).body()).contains("園の名前を消してある", print);
    String issue = head.post(print, "purpose", "talk").is(200).path();
    assertThat(issue).startsWith("/issues/");
    head.get(issue).is(200);
    assertThat(counsellor.post(print, "purpose", "talk").is(200).path())
        .as("the named few need a second person too")
        .startsWith("/releases/new");
    assertThat(counsellor.get(compartments + "/" + id).body()).contains("印刷の確認をたのんだ", "印刷してよいとした");
    head.get("/releases/new?what=/sheets/" + UUID.randomUUID() + "/print").is(404);
    head.get("/releases/new?what=%22%3E").is(404);
    family.program.clock().set(LocalDate.of(2030, 1, 1));
    assertThat(as(colleague).post(print, "purpose", "talk").is(200).path())
        .startsWith("/releases/new");
  }

  @Test
  void theOtherGuardianNeitherReadsNorWritesWhereTheChildIs() {
    GuardianId second = family.guardian(family.child, "青空 さくら", Relation.OTHER, true);
    Visitor other = family.program.visitor().signIn(family.account(second));
    String portal = "/portal/children/" + family.child;
    String sheet =
        found(
            other.post(portal + "/profile").is(200).body(),
            "href=\"(/portal/sheets/[^/\"]+)/sections/");
    assertThat(other.get(sheet + "/sections/contact").is(200).text()).contains("080-0000-0001");
    other.post(sheet + "/sections/strengths", "answer.likes", "電車").is(200);
    hidden("me");
    assertThat(other.get(sheet + "/sections/contact").is(200).text())
        .doesNotContain("080-0000-0001", ADDRESS, "みどり保育園");
    assertThat(
            other
                .post(sheet + "/sections/places", "answer.places-before.r1.place", "つくし園")
                .is(422)
                .text())
        .contains("名前の挙がった人だけが書けます");
    other.post(portal + "/profile/end").is(200);
    assertThat(other.get(sheet).is(200).text())
        .contains("電車")
        .doesNotContain("080-0000-0001", ADDRESS, "みどり保育園", "つくし園");
  }

  /** However the address is written: the route decides, and an id has one form. */
  @Test
  void noWayOfWritingTheAddressGoesRoundTheSecondPerson() {
    SheetId sheet =
        new PrintTown(family.program, family.town)
            .sheet(family.child, family.centre, "support-nursery", ItemState.FINAL, "積み木");
    hidden("me");
    Visitor counsellor = as(family.counsellor);
    String id = sheet.toString();
    for (String spelt : List.of(id, id.toUpperCase(Locale.ROOT), id.replaceFirst("^0+", ""))) {
      Visitor.Reply reply = counsellor.post("/sheets/" + spelt + "/print", "purpose", "talk");
      assertThat(reply.path()).as(spelt).startsWith("/releases/new?what=/sheets/" + id);
    }
    assertThat(counsellor.post("/sheets/" + id + "/%70rint", "purpose", "talk").path())
        .doesNotStartWith("/issues/");
    as(driver).post("/children/" + family.child + "/timeline/file").is(404);
    var other = family.town.organisation(OrganisationKind.CENTRE, "となりのセンター");
    as(family.town.worker(other, PostKind.CENTRE_HEAD, "白石 さき"))
        .post("/sheets/" + id + "/print", "purpose", "talk")
        .is(404);
  }

  @Test
  void aHubDoesNotFindThePlaceByTheEnrolment() {
    hidden("me");
    Visitor head = as(colleague);
    String page = head.get(this.page + "/enrolments").is(200).body();
    assertThat(page).contains("ある機関").doesNotContain("/enrolments/", family.nursery.toString());
    assertThat(
            head.post(
                    this.page + "/enrolments",
                    "organisation",
                    family.nursery.toString(),
                    "from",
                    "R8.12.1")
                .is(422)
                .text())
        .doesNotContain("在籍がもうあります");
  }

  private static String found(String body, String pattern) {
    return all(body, pattern).getFirst();
  }

  private static List<String> all(String body, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(body);
    return matcher.results().map(result -> result.group(1)).toList();
  }
}
