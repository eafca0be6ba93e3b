package jp.tsunagi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every file keeps to. */
class SourcesTest {
  private static final int LONGEST = 400;
  private static final int LONGEST_TEMPLATE = 150;

  /** Rules about the writing itself (kana, variants of kanji, eras), not words for a reader. */
  private static final Set<String> ABOUT_WRITING = Set.of("base/name", "base/calendar");

  private static final Pattern PRINTED = Pattern.compile("System\\.(out|err)|printStackTrace");

  private static final Pattern REAL_CLOCK =
      Pattern.compile(
          "\\b((Local|Offset|Zoned)?(Date|DateTime|Time)|Instant|Year|YearMonth)\\.now\\((\\)|ActingClock|ZoneId)"
              + "|currentTimeMillis|Clock\\.system");

  private static List<Source> all() {
    return Stream.of(Source.mainJava(), Source.testJava(), Source.templates(), Source.migrations())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void noFileIsTooLong() {
    assertThat(all()).filteredOn(file -> file.lines() > LONGEST).extracting(Source::path).isEmpty();
    assertThat(Source.templates())
        .filteredOn(file -> file.lines() > LONGEST_TEMPLATE)
        .extracting(Source::path)
        .isEmpty();
  }

  @Test
  void nothingIsPutOff() {
    assertThat(all())
        .filteredOn(file -> !file.name().equals("SourcesTest"))
        .allSatisfy(file ->
            assertThat(file.text())
                .as(file.path())
                .doesNotContainPattern(
                    "\\b(TODO|FIXME|XXX|HACK)\\b|@Disabled|@Ignore|assumeTrue\\(false"));
  }

  @Test
  void namesSayWhatAThingIs() {
    assertThat(Stream.concat(Source.mainJava().stream(), Source.testJava().stream()))
        .extracting(Source::name)
        .noneMatch(name -> name.matches(".*(Managers?|Helpers?|Utils?|Impl|Info|Data|Constants)"));
  }

  @Test
  void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
    Set<String> packages =
        Source.mainJava().stream()
            .map(SourcesTest::folder)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> told =
        Source.mainJava().stream()
            .filter(file -> file.name().equals("package-info"))
            .filter(file -> file.code().contains("@NullMarked") && file.text().contains("/**"))
            .map(SourcesTest::folder)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(told).isEqualTo(packages);
  }

  private static String folder(Source file) {
    return file.path().substring(0, file.path().lastIndexOf('/'));
  }

  @Test
  void wordsForReadersAreInTheMessages() {
    assertThat(Source.mainJava())
        .filteredOn(file -> !ABOUT_WRITING.contains(file.module()))
        .filteredOn(file -> file.literals().stream().anyMatch(Japanese::in))
        .extracting(Source::path)
        .isEmpty();
  }

  @Test
  void nothingIsPrintedButAtTheTerminal() {
    assertThat(Source.mainJava())
        .filteredOn(file -> !file.path().startsWith("jp/tsunagi/run/"))
        .filteredOn(file -> PRINTED.matcher(file.code()).find())
        .extracting(Source::path)
        .isEmpty();
  }

  /** The clock is injected; only the program's start and the making of ids look at the real one. */
  @Test
  void nobodyLooksAtTheRealClock() {
    assertThat(Source.mainJava())
        .filteredOn(file -> !file.path().startsWith("jp/tsunagi/run/operations/"))
        .filteredOn(file -> !Set.of("Id", "DatabaseConfiguration").contains(file.name()))
        .filteredOn(file -> REAL_CLOCK.matcher(file.code()).find())
        .extracting(Source::path)
        .isEmpty();
  }
}
