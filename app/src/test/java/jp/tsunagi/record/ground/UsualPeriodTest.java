package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The period a handover consent begins with: to graduation, or to the end of the entry's year. */
class UsualPeriodTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate THREE = LocalDate.of(2022, 6, 3);

  @Test
  void itLastsAsLongAsTheChildCanBeExpectedThere() {
    assertThat(last(OrganisationKind.NURSERY, "2022-06-03", "2027-04-01")).isEqualTo("2029-03-31");
    assertThat(last(OrganisationKind.ELEMENTARY, "2020-06-03", "2027-04-01"))
        .isEqualTo("2033-03-31");
    assertThat(last(OrganisationKind.JUNIOR_HIGH, "2014-06-03", "2027-04-01"))
        .isEqualTo("2030-03-31");
    assertThat(last(OrganisationKind.DAY_SERVICE, "2018-06-03", "2027-04-01"))
        .isEqualTo("2028-03-31");
    assertThat(last(OrganisationKind.ELEMENTARY, "2018-06-03", "2027-01-08"))
        .isEqualTo("2031-03-31");
  }

  private static String last(OrganisationKind kind, String birth, String entry) {
    return UsualPeriod.GRADUATION
        .lastDay(kind, LocalDate.parse(birth), LocalDate.parse(entry))
        .toString();
  }

  @Test
  void theSettingAsksAnewEveryYear() {
    assertThat(
            UsualPeriod.FISCAL_YEAR.lastDay(
                OrganisationKind.ELEMENTARY, THREE, LocalDate.of(2029, 4, 1)))
        .isEqualTo(LocalDate.of(2030, 3, 31));
  }

  @Test
  void theFormBeginsWithTheComingApril() {
    assertThat(UsualPeriod.GRADUATION.proposed(THREE, TODAY).toSingleValueMap())
        .containsEntry("entry", "R9.4.1")
        .containsEntry("until", "R11.3.31");
  }

  @Test
  void onlyAnEndThatWasLeftEmptyIsFilled() {
    MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
    typed.set("entry", "R9.4.1");
    typed.set("until", "R10.3.31");
    assertThat(filled(typed)).isEqualTo("R10.3.31");
    typed.set("until", "");
    assertThat(filled(typed)).isEqualTo("R11.3.31");
    typed.set("entry", "いつか");
    assertThat(filled(typed)).isEmpty();
  }

  private static String filled(MultiValueMap<String, String> typed) {
    return String.valueOf(
        UsualPeriod.GRADUATION
            .filled(typed, java.util.Optional.empty(), THREE, TODAY)
            .getFirst("until"));
  }
}
