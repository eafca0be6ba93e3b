package jp.tsunagi.run.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.Test;

/** How large a made-up city is. */
class CitySizeTest {
  @Test
  void aCityOf738000HasTheSchoolsAndChildrenOfOne() {
    CitySize size = CitySize.of(738_000);
    assertThat(size.known()).isEqualTo(120_000);
    assertThat(size.onRecord()).isEqualTo(10_000);
    assertThat(size.planned()).isEqualTo(12_500);
    assertThat(size.places())
        .containsEntry(OrganisationKind.ELEMENTARY, 92)
        .containsEntry(OrganisationKind.JUNIOR_HIGH, 42)
        .containsEntry(OrganisationKind.CENTRE, 1);
  }

  @Test
  void theLeastHasAPlaceOfEachKind() {
    assertThat(CitySize.of(CitySize.LEAST).places().values()).allMatch(many -> many > 0);
  }

  /** Otherwise chance falls differently each time, and the same seed makes another city. */
  @Test
  void theKindsComeInTheSameOrderEachTime() {
    CitySize size = CitySize.of(18_000);
    assertThat(size.places().keySet())
        .containsExactlyElementsOf(
            Stream.of(OrganisationKind.values()).filter(size.places()::containsKey).toList());
  }
}
