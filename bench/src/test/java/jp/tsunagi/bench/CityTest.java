package jp.tsunagi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityTest {
  @TempDir Path source;

  @BeforeEach
  void migrations() throws IOException {
    Path folder = source.resolve("app/src/main/resources/db/migration/base");
    Files.createDirectories(folder);
    Files.createFile(folder.resolve("V202611200000__first.sql"));
    Files.createFile(folder.resolve("V202611210000__second.sql"));
  }

  private City city() {
    return City.of(source.resolve("cities"), 18_000, source);
  }

  @Test
  void hasAFolderForItsSizeAndSchema() {
    assertThat(city().folder()).isEqualTo(source.resolve("cities/18000-202611210000"));
    assertThat(city().isMade()).isFalse();
  }

  @Test
  void isUsedAgainOnceItIsMade() {
    city().begin();
    assertThat(city().isMade()).isFalse();
    city().done();
    assertThat(city().isMade()).isTrue();
  }

  @Test
  void isMadeAnewWhenItWasBrokenOff() throws IOException {
    city().begin();
    Path half = Files.createDirectories(city().folder().resolve("postgres/cluster"));
    Files.writeString(half.resolve("PG_VERSION"), "18");
    city().begin();
    assertThat(half).doesNotExist();
  }

  @Test
  void doesNotTouchWhatSomebodyElsePutThere() throws IOException {
    Files.createDirectories(city().folder());
    Path data = Files.writeString(city().folder().resolve("installation.secret"), "ours");
    assertThatThrownBy(() -> city().begin()).isInstanceOf(BenchRefused.class);
    assertThat(data).exists();
  }

  @Test
  void isAsLargeAsTheProgramMakesThem() {
    for (int population : new int[] {1_999, 2_000_001}) {
      assertThatThrownBy(() -> City.of(source, population, source))
          .isInstanceOfSatisfying(
              BenchRefused.class,
              it -> assertThat(it.words()).allMatch(line -> line.contains("2,000")));
    }
  }
}
