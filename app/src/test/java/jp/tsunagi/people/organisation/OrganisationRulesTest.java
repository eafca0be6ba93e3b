package jp.tsunagi.people.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.ui.FieldRefusal;
import org.junit.jupiter.api.Test;

class OrganisationRulesTest {
  private static final OrganisationId ID = OrganisationId.create();
  private static final Map<String, String> RIGHT =
      Map.of(
          "name", "みどり保育園",
          "kana", "ミドリホイクエン",
          "kind", "NURSERY",
          "tier", "",
          "sector", "CHILDCARE",
          "district", "東中学校区",
          "connection", "PAPER",
          "phone", "００００－２０－０１０１");

  private static List<FieldRefusal> check(String field, String value) {
    Map<String, String> typed = new HashMap<>(RIGHT);
    typed.put(field, value);
    return OrganisationRules.check(OrganisationDraft.of(ID, typed), List.of());
  }

  @Test
  void whatIsRightIsTakenTidily() {
    OrganisationDraft draft = OrganisationDraft.of(ID, RIGHT);
    assertThat(OrganisationRules.check(draft, List.of())).isEmpty();
    Organisation accepted = draft.accepted();
    assertThat(accepted.kana()).isEqualTo("みどりほいくえん");
    assertThat(accepted.phone()).contains("0000-20-0101");
    assertThat(accepted.tier()).isEmpty();
  }

  @Test
  void everyEmptyFieldThatMustBeFilledIsNamed() {
    OrganisationDraft blank = OrganisationDraft.of(ID, Map.of());
    assertThat(OrganisationRules.check(blank, List.of()))
        .extracting(FieldRefusal::field)
        .containsExactly("name", "kana", "kind", "sector", "connection");
  }

  @Test
  void eachFieldIsJudged() {
    assertThat(check("kana", "緑保育園"))
        .containsExactly(FieldRefusal.of("kana", "organisation.refused.kana"));
    assertThat(check("kind", "PALACE"))
        .containsExactly(FieldRefusal.of("kind", "organisation.refused.offered"));
    assertThat(check("tier", "4"))
        .containsExactly(FieldRefusal.of("tier", "organisation.refused.offered"));
    assertThat(check("phone", "あとで"))
        .containsExactly(FieldRefusal.of("phone", "organisation.refused.phone"));
    assertThat(check("name", "あ".repeat(81)))
        .containsExactly(
            FieldRefusal.of("name", "organisation.refused.long", OrganisationRules.MOST));
  }

  @Test
  void twoOfOneNameCannotBeToldApart() {
    Organisation there = OrganisationDraft.of(OrganisationId.create(), RIGHT).accepted();
    assertThat(OrganisationRules.check(OrganisationDraft.of(ID, RIGHT), List.of(there)))
        .containsExactly(FieldRefusal.of("name", "organisation.refused.taken", "みどり保育園"));
    assertThat(OrganisationRules.check(OrganisationDraft.of(there), List.of(there))).isEmpty();
  }

  @Test
  void aPictureIsNoName() {
    assertThat(check("name", "みどり🌳園").getFirst().words()).contains("絵文字");
  }

  @Test
  void aNameChangesOnADayThatHasComeAndAfterTheChangeBefore() {
    LocalDate today = LocalDate.of(2026, 11, 20);
    List<NameSql.Former> former = List.of(new NameSql.Former("緑園", LocalDate.of(2025, 4, 1)));
    assertThat(renamed("R8.4.1").dayRefused(today, former)).isEmpty();
    assertThat(renamed("R8.11.21").dayRefused(today, former).orElseThrow().words())
        .contains("これからの日");
    assertThat(renamed("R7.4.1").dayRefused(today, former).orElseThrow().words()).contains("あとの日");
    assertThat(renamed("").dayRefused(today, former).orElseThrow().field()).isEqualTo("from");
    assertThat(new Renaming("緑", "みどり", "", true).dayRefused(today, former)).isEmpty();
  }

  private static Renaming renamed(String from) {
    return new Renaming("みどり園", "みどりえん", from, false);
  }

  @Test
  void everyRefusalHasWords() {
    assertThat(check("kana", "緑").getFirst().words()).contains("ひらがな");
    assertThat(check("kind", "").getFirst().words()).contains("種類");
  }

  @Test
  void classesComeOneALine() {
    ClassLines lines = ClassLines.read(" 1年1組 \r\n\n1年2組\n1年1組\n");
    assertThat(lines.names()).containsExactly("1年1組", "1年2組");
    assertThat(lines.refusals()).isEmpty();
    assertThat(ClassLines.read(" \n ").refusals())
        .containsExactly(FieldRefusal.of("lines", "organisation.classes.refused.nothing"));
    assertThat(ClassLines.read("1年1組\n" + "長".repeat(31)).refusals())
        .containsExactly(
            FieldRefusal.of("lines", "organisation.classes.refused.long", 2, "長".repeat(31), 30));
  }

  @Test
  void theListIsFoundHoweverTypedAndSortedByReading() {
    Organisation midori = OrganisationDraft.of(ID, RIGHT).accepted();
    Map<String, String> other = new HashMap<>(RIGHT);
    other.putAll(Map.of("name", "青空小学校", "kana", "あおぞらしょうがっこう", "kind", "ELEMENTARY"));
    Organisation aozora = OrganisationDraft.of(OrganisationId.create(), other).accepted();
    List<Organisation> register = List.of(midori, aozora);
    assertThat(OrganisationFilter.of(Map.of()).of(register)).containsExactly(aozora, midori);
    assertThat(OrganisationFilter.of(Map.of("q", "ﾐﾄﾞﾘ")).of(register)).containsExactly(midori);
    assertThat(OrganisationFilter.of(Map.of("kind", "ELEMENTARY")).of(register))
        .containsExactly(aozora);
    assertThat(OrganisationFilter.of(Map.of("district", "西中学校区")).of(register)).isEmpty();
  }
}
