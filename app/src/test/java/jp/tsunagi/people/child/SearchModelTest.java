package jp.tsunagi.people.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.base.name.SearchQuery;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** What the database finds is what the rule of the query finds among the children within reach. */
class SearchModelTest {
  private static final String KANA = "あいうかがきくこさしすたちつてとなにのはばひふまみむやゆよらりるわ";
  private static final long SEED = 20261120;

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final Random random = new Random(SEED);
  private final Map<ChildId, Set<String>> ours = new LinkedHashMap<>();
  private final List<PersonName> names = new ArrayList<>();

  private String kana() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      word.append(KANA.charAt(random.nextInt(KANA.length())));
    }
    return word.toString();
  }

  @Test
  void anyFormOfKanaFindsAndNobodyOutOfReachIsFound() {
    var here = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    var there = town.organisation(OrganisationKind.NURSERY, "海辺こども園");
    Actor.Staff actor = town.actor(town.worker(here, PostKind.NURSERY_HEAD, "陽田 まひる"));
    TestChildren children = new TestChildren(program, town);
    for (int i = 0; i < 80; i++) {
      String family = kana();
      String given = kana();
      LocalDate birth = LocalDate.of(2020, 4, 2).plusDays(random.nextInt(700));
      ChildId child =
          children.add(
              i % 2 == 0 ? here : there,
              InvolvementKind.ENROLMENT,
              family,
              family,
              given,
              given,
              birth);
      PersonName name = PersonName.of(new NamePart(family, family), new NamePart(given, given));
      names.add(name);
      if (i % 2 == 0) {
        Set<String> keys = new HashSet<>(SearchKeys.of(name));
        keys.add(SearchKeys.birth(birth));
        ours.put(child, keys);
      }
    }
    for (PersonName name : names) {
      String family = name.family().kana();
      String given = name.given().kana();
      for (String typed : List.of(family, given, family + given, family + " " + given)) {
        sameAsTheModel(actor, form(typed));
      }
    }
  }

  private String form(String hiragana) {
    StringBuilder katakana = new StringBuilder();
    hiragana
        .chars()
        .map(c -> c >= 0x3041 && c <= 0x3096 ? c + 0x60 : c)
        .forEach(c -> katakana.append((char) c));
    return switch (random.nextInt(3)) {
      case 0 -> hiragana;
      case 1 -> katakana.toString();
      default -> Normalizer.normalize(katakana, Normalizer.Form.NFD);
    };
  }

  private void sameAsTheModel(Actor.Staff actor, String typed) {
    program
        .database()
        .run(
            actor,
            tx -> {
              SearchQuery query = SearchQuery.parse(typed, tx.today());
              Set<ChildId> expected = new HashSet<>();
              ours.forEach((child, keys) -> {
                if (query.finds(keys)) {
                  expected.add(child);
                }
              });
              assertThat(SearchSql.hits(tx, query, Optional.empty()))
                  .as(typed)
                  .extracting(SearchSql.Hit::child)
                  .containsExactlyInAnyOrderElementsOf(expected);
            });
  }
}
