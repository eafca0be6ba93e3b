package jp.tsunagi.run.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.FiscalYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The made-up city has the size and every awkward case the trials need. */
final class ShippedCityTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 27);

  private static final Scenario CITY = ScenarioFile.shipped(AS_OF);

  @Test
  void hasTheSizeOfTheDemonstration() {
    assertThat(CITY.municipality().asOf()).isEqualTo(AS_OF);
    assertThat(CITY.organisations()).hasSizeBetween(12, 18);
    assertThat(CITY.staff()).hasSizeBetween(38, 45);
    assertThat(CITY.children()).hasSize(120);
    assertThat(CITY.accounts()).hasSize(15);
  }

  @Test
  void childrenAreFromNoughtToTwenty() {
    var ages =
        CITY.children().stream().map(child -> ChronoUnit.YEARS.between(child.birth(), AS_OF));
    assertThat(ages.distinct().sorted().toList())
        .isEqualTo(Stream.iterate(0L, age -> age + 1).limit(21).toList());
  }

  @Test
  void theStoryGoesOnUntilTheEndOfTheFiscalYear() {
    assertThat(CITY.scenes()).hasSizeGreaterThan(1000);
    assertThat(CITY.municipality().end()).isEqualTo(LocalDate.of(2027, 3, 31));
    assertThat(CITY.scenes())
        .anyMatch(scene -> scene.act().date().isAfter(LocalDate.of(2027, 2, 28)))
        .allMatch(scene -> !scene.act().date().isAfter(LocalDate.of(2027, 3, 31)));
  }

  /** Whatever the day of the start, most of what hubs write and wait for is as it would be then. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-27, 0.4, 0.75",
    "2027-03-31, 0.8, 1.0",
    "2027-04-05, 0.0, 0.0",
    "2027-11-27, 0.4, 0.75"
  })
  void theShareOfWrittenSheetsFitsTheSeason(LocalDate day, double least, double most) {
    var city = ScenarioFile.shipped(day);
    int year = FiscalYear.of(day).year();
    long joined =
        until(city, day, Act.Join.class).filter(join -> join.fiscalYear() == year).count();
    assertThat((double) sheetsOf(city, day, year) / Math.max(1, joined)).isBetween(least, most);
  }

  private static long sheetsOf(Scenario city, LocalDate day, int year) {
    return city.children().stream()
        .flatMap(child ->
            child.story().stream()
                .filter(act ->
                    act instanceof Act.Support sheet
                        && sheet.fiscalYear() == year
                        && sheet.programme() != null
                        && !sheet.date().isAfter(day))
                .map(act -> child.key() + ((Act.Support) act).programme())
                .distinct())
        .count();
  }

  private static <A extends Act> Stream<A> until(Scenario city, LocalDate day, Class<A> kind) {
    return city.scenes().stream()
        .map(Scenario.Scene::act)
        .filter(act -> kind.isInstance(act) && !act.date().isAfter(day))
        .map(kind::cast);
  }

  @Test
  void aYearLaterEverybodyIsAsOldAndInTheSameClasses() {
    var later = ScenarioFile.shipped(AS_OF.plusYears(1));
    assertThat(later.children()).hasSameSizeAs(CITY.children());
    for (int at = 0; at < CITY.children().size(); at++) {
      assertThat(later.children().get(at).birth())
          .isEqualTo(CITY.children().get(at).birth().plusYears(1));
    }
    assertThat(later.organisation("midori").orElseThrow().classes()).containsKey(2027);
  }

  @Test
  void namesAreAsAwkwardAsInLife() {
    assertThat(names()).anyMatch(contains("髙")).anyMatch(contains("﨑")).anyMatch(contains("邉"));
    assertThat(names()).anyMatch(name -> name.codePoints().anyMatch(cp -> cp >= 0xE0100));
    assertThat(names()).anyMatch(contains("ヴ")).anyMatch(contains("ー"));
    assertThat(CITY.children()).anyMatch(child -> child.name().parts().size() == 3);
    assertThat(CITY.children()).anyMatch(child -> child.commonName() != null);
    assertThat(CITY.children()).anyMatch(child -> !child.formerNames().isEmpty());
    assertThat(acts(Act.Rename.class)).isNotEmpty();
  }

  @Test
  void someShareNameAndSomeYearToo() {
    assertThat(births("小川 みなと")).hasSize(2).doesNotHaveDuplicates();
    assertThat(births("若葉 そら").stream().map(day -> FiscalYear.of(day).year()).toList())
        .containsExactly(2017, 2017);
  }

  @Test
  void birthdaysSitOnTheEdgesOfTheSchoolYear() {
    var births = CITY.children().stream().map(Child::birth).toList();
    assertThat(births)
        .contains(LocalDate.of(2020, 2, 29), LocalDate.of(2020, 4, 1), LocalDate.of(2020, 4, 2));
  }

  @Test
  void twinsAndSiblingsShareTheirParents() {
    assertThat(births("小麦 ゆうと")).isEqualTo(births("小麦 ゆず"));
    var siblings = CITY.children().stream().flatMap(child -> child.guardians().stream());
    assertThat(siblings.filter(guardian -> guardian.sameAs() != null)).hasSizeGreaterThan(4);
  }

  @Test
  void consentIsInEveryState() {
    var consented = childrenWith(Act.UseConsent.class);
    var handed = childrenWith(Act.HandoverConsent.class);
    assertThat(CITY.children().size() - consented.size()).isGreaterThan(4);
    assertThat(acts(Act.Withdraw.class)).isNotEmpty();
    assertThat(childrenWith(Act.Receipt.class)).hasSizeLessThan(handed.size());
    assertThat(acts(Act.SupportSheet.class)).anyMatch(sheet -> sheet.outside() != null);
    assertThat(CITY.children())
        .anyMatch(child -> has(child, Act.Support.class) && !consented.contains(child));
  }

  @Test
  void sheetsAreInEveryState() {
    for (var state : Act.State.values()) {
      assertThat(acts(Act.Support.class)).anyMatch(sheet -> sheet.state() == state);
    }
    assertThat(CITY.children()).anyMatch(child -> hasNoSheetOf(child, 2026));
  }

  @Test
  void familiesMoveAndSomeHaveNoAccount() {
    assertThat(CITY.children()).anyMatch(child -> child.addresses().size() > 1);
    assertThat(acts(Act.MoveOut.class)).isNotEmpty();
    assertThat(acts(Act.Leave.class)).isNotEmpty();
    assertThat(CITY.children())
        .anyMatch(child -> child.guardians().stream().anyMatch(Guardian::account))
        .anyMatch(child -> child.guardians().stream().noneMatch(Guardian::account));
    assertThat(CITY.children()).anyMatch(child -> !child.gradeOverrides().isEmpty());
  }

  private static boolean hasNoSheetOf(Child child, int fiscalYear) {
    var acts = child.story();
    return acts.stream().anyMatch(act -> act instanceof Act.Join j && j.fiscalYear() == fiscalYear)
        && acts.stream()
            .noneMatch(act -> act instanceof Act.Support s && s.fiscalYear() == fiscalYear);
  }

  private static boolean has(Child child, Class<? extends Act> kind) {
    return child.story().stream().anyMatch(kind::isInstance);
  }

  private List<Child> childrenWith(Class<? extends Act> kind) {
    return CITY.children().stream().filter(child -> has(child, kind)).toList();
  }

  private <A extends Act> List<A> acts(Class<A> kind) {
    return CITY.scenes().stream()
        .map(Scenario.Scene::act)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private List<String> names() {
    return CITY.children().stream()
        .flatMap(child -> Stream.of(child.name().name(), child.name().kana()))
        .toList();
  }

  private List<LocalDate> births(String name) {
    return CITY.children().stream()
        .filter(child -> child.name().name().equals(name))
        .map(Child::birth)
        .toList();
  }

  private static Predicate<String> contains(String sign) {
    return name -> name.contains(sign);
  }
}
