package jp.tsunagi.base.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * 学年・クラス of a child in a fiscal year: by birth date, unless an override says otherwise. Also of a
 * child not yet born, who is in the class of age 0.
 */
public sealed interface SchoolGrade {
  /** Before school: the class of age 0–5, whether the child attends one or not. */
  record ClassAge(int years) implements SchoolGrade {
    @Override
    public int level() {
      return years - OLDEST_CLASS;
    }

    @Override
    public Words words() {
      return Words.of("calendar.grade.class", years);
    }
  }

  /** At school: 1–6 小, 7–9 中, 10–12 高. */
  record Grade(int level) implements SchoolGrade {
    @Override
    public Words words() {
      return switch (LifeStage.of(this)) {
        case PRIMARY -> Words.of("calendar.grade.primary", level);
        case LOWER_SECONDARY -> Words.of("calendar.grade.lower", level - LAST_PRIMARY);
        default -> Words.of("calendar.grade.upper", level - LAST_LOWER);
      };
    }
  }

  /** After the years of 高校; the first year after is 1. */
  record After(int years) implements SchoolGrade {
    @Override
    public int level() {
      return LAST_UPPER + years;
    }

    @Override
    public Words words() {
      return Words.of("calendar.grade.after", years);
    }
  }

  /** 就学免除: of that level by birth, in no grade. */
  record Exempted(int level) implements SchoolGrade {
    @Override
    public Words words() {
      return Words.of("calendar.grade.exempted");
    }
  }

  int OLDEST_CLASS = 5;
  int LAST_PRIMARY = 6;
  int LAST_LOWER = 9;
  int LAST_UPPER = 12;

  /** Years of school: 1–12; 0 and less before school, 13 and more after. */
  int level();

  /** 5歳児クラス, 小1, 中3, 高2. */
  Words words();

  /** By birth date alone. */
  static SchoolGrade of(LocalDate birth, FiscalYear in) {
    return ofLevel(Cohort.of(birth).level(in));
  }

  /**
   * With overrides: the latest one begun counts, and the child goes up from there year by year.
   * 就学免除 stays until the next override.
   */
  static SchoolGrade of(LocalDate birth, FiscalYear in, List<GradeOverride> overrides) {
    var natural = Cohort.of(birth).level(in);
    return overrides.stream()
        .filter(override -> override.from().compareTo(in) <= 0)
        .max(Comparator.comparing(GradeOverride::from))
        .map(override -> override.grade(in, natural))
        .orElseGet(() -> ofLevel(natural));
  }

  /** The grade or class of a level. */
  static SchoolGrade ofLevel(int level) {
    if (level <= 0) {
      return new ClassAge(Math.max(0, level + OLDEST_CLASS));
    }
    return level <= LAST_UPPER ? new Grade(level) : new After(level - LAST_UPPER);
  }
}
