package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.SheetId;
import org.junit.jupiter.api.Test;

/** A line of a scope: whole category, a section of any sheet, or of one sheet (B4). */
class ScopeLineTest {
  private static final Optional<String> AIM = Optional.of("support-school/aim");
  private static final ScopeLine.OfSheet SHEET = new ScopeLine.OfSheet(SheetId.create(), 2026);
  private static final ScopeLine WHOLE = ScopeLine.of(Category.SUPPORT);
  private static final ScopeLine SECTION = new ScopeLine(Category.SUPPORT, AIM);
  private static final ScopeLine PART = new ScopeLine(Category.SUPPORT, AIM, Optional.of(SHEET));

  @Test
  void itsCodeIsReadBack() {
    assertThat(List.of(WHOLE, SECTION, PART))
        .allSatisfy(line -> assertThat(ScopeLine.read(line.code())).contains(line));
    assertThat(List.of("", "NOTHING", "SUPPORT:", "SUPPORT@x", "SUPPORT:a/b@" + "0".repeat(36)))
        .allSatisfy(code -> assertThat(ScopeLine.read(code)).isEmpty());
  }

  @Test
  void aPartIsCoveredByWhatIsWiderAndCoversNothingElse() {
    assertThat(WHOLE.covers(PART)).isTrue();
    assertThat(SECTION.covers(PART)).isTrue();
    assertThat(PART.covers(PART)).isTrue();
    assertThat(PART.covers(SECTION)).isFalse();
    ScopeLine other =
        new ScopeLine(
            Category.SUPPORT, AIM, Optional.of(new ScopeLine.OfSheet(SheetId.create(), 2026)));
    assertThat(PART.covers(other)).isFalse();
  }

  @Test
  void theFamilyReadsWhichYear() {
    assertThat(SectionWords.areas(List.of(PART)))
        .singleElement()
        .satisfies(area -> assertThat(area.sections()).hasSize(1))
        .satisfies(area -> assertThat(area.sections().getFirst().line()).isEqualTo(PART));
  }
}
