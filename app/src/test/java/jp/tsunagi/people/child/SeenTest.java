package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD_CONTACT;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** Two people at the same form: nobody overwrites what he has not seen, nothing is kept twice. */
class SeenTest {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{16})\"");

  private final FamilyTown family = new FamilyTown();
  private final Visitor one = family.program.visitor().signIn(family.counsellor);
  private final Visitor other =
      family
          .program
          .visitor()
          .signIn(family.town.worker(family.centre, PostKind.COUNSELLOR, "小麦 さら"));
  private final String page = "/children/" + family.child;

  private static String seen(String body) {
    Matcher found = SEEN.matcher(body);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String[] about(String seen, String birth, String language) {
    return new String[] {"seen", seen, "birth", birth, "sex", "UNSTATED", "language", language};
  }

  @Test
  void anOldFormDoesNotBringAnOldBirthDateBack() {
    String old = seen(one.get(page + "/identity").is(200).body());
    other.post(page + "/identity/about", about(old, "R4.6.4", "")).is(200);
    String refused = one.post(page + "/identity/about", about(old, "R4.6.3", "en")).is(422).body();
    assertThat(refused).contains("ほかの人が変えました", "令和4年6月4日");
    one.post(page + "/identity/about", about(seen(refused), "R4.6.4", "en")).is(200);
    assertThat(one.get(page + "/identity").body()).contains("令和4年6月4日");
  }

  @Test
  void anOldFormDoesNotBringAnOldNameOrAddressBack() {
    String name = seen(one.get(page + "/identity").is(200).body());
    String[] renamed = {
      "seen",
      name,
      "how",
      "CORRECTED",
      "FAMILY",
      "青空",
      "FAMILY.kana",
      "あおぞら",
      "GIVEN",
      "ひなの",
      "GIVEN.kana",
      "ひなの"
    };
    other.post(page + "/identity/name", renamed).is(200);
    assertThat(one.post(page + "/identity/name", renamed).is(422).body()).contains("ほかの人が変えました");
    String where = seen(one.get(page + "/address").is(200).body());
    String[] moved = {"seen", where, "how", "CHANGED", "from", "R8.4.1", "address", "つなぎ市西町1-1"};
    other.post(page + "/address", moved).is(200);
    assertThat(one.post(page + "/address", moved).is(422).body()).contains("ほかの人が変えました");
  }

  @Test
  void aGuardianIsSavedAsShownEvenWithAnEndToCome() {
    String url = page + "/guardians/" + family.mother;
    String body = one.get(url).is(200).body();
    String[] form = {
      "seen",
      seen(body),
      "guardian.name",
      "青空 みなみ",
      "guardian.kana",
      "あおぞら みなみ",
      "guardian.relation",
      "MOTHER",
      "guardian.order",
      "1",
      "guardian.phone",
      "080-0000-0009",
      "guardian.decides",
      "guardian.decides",
      "authority.from",
      "R4.6.3",
      "authority.last",
      "R22.6.2",
      "evidence",
      "戸籍"
    };
    one.post(url, form).is(200);
    assertThat(one.get(url).is(200).body()).contains("R22.6.2");
    assertThat(one.post(url, form).is(422).body()).contains("ほかの人が変えました");
    form[1] = seen(one.get(url).body());
    form[form.length - 1] = "";
    one.post(url, form).is(200);
  }

  @Test
  void aFormSentTwiceKeepsOneGuardianAndOneCard() {
    String[] guardian = {
      "id",
      UUID.randomUUID().toString(),
      "guardian.name",
      "青空 いつき",
      "guardian.kana",
      "あおぞら いつき",
      "guardian.relation",
      "GRANDMOTHER",
      "guardian.order",
      "3"
    };
    one.post(page + "/guardians", guardian).is(200);
    one.post(page + "/guardians", guardian).is(200);
    String[] card = {
      "id",
      UUID.randomUUID().toString(),
      "guardian.name",
      "青空 いつき",
      "guardian.relation",
      "GRANDMOTHER",
      "guardian.phone",
      "080-0000-0010",
      "guardian.order",
      "1",
      "confirmed",
      "R8.4.1"
    };
    one.post(page + "/contacts", card).is(200);
    one.post(page + "/contacts", card).is(200);
    family.town.run(tx -> {
      assertThat(tx.sql().fetchCount(GUARDIANSHIP, GUARDIANSHIP.CHILD_ID.eq(family.child)))
          .isEqualTo(3);
      assertThat(tx.sql().fetchCount(CHILD_CONTACT, CHILD_CONTACT.CHILD_ID.eq(family.child)))
          .isEqualTo(1);
    });
  }
}
