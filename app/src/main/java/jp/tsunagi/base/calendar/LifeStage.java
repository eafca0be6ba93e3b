package jp.tsunagi.base.calendar;

import java.time.LocalDate;
import java.util.List;

/** ライフステージ, by which the timeline is grouped. */
public enum LifeStage {
  /** 乳幼児: classes of age 0–2, unless the child is already at a 園. */
  INFANT,
  /** 園: classes of age 3–5. */
  PRESCHOOL,
  /** 小学校. */
  PRIMARY,
  /** 中学校. */
  LOWER_SECONDARY,
  /** 高校生年代. */
  UPPER_SECONDARY,
  /** 成人: after 31 March following the age of 18, or the grade that stands for it. */
  ADULT;

  private static final int PRESCHOOL_LEVEL = 3 - SchoolGrade.OLDEST_CLASS;

  /** The stage a grade belongs to, by age alone. */
  public static LifeStage of(SchoolGrade grade) {
    var level = grade.level();
    if (level <= 0) {
      return level < PRESCHOOL_LEVEL ? INFANT : PRESCHOOL;
    }
    if (level <= SchoolGrade.LAST_LOWER) {
      return level <= SchoolGrade.LAST_PRIMARY ? PRIMARY : LOWER_SECONDARY;
    }
    return level <= SchoolGrade.LAST_UPPER ? UPPER_SECONDARY : ADULT;
  }

  /** The same, where a 園 attended before the age of 3 makes it 園. */
  public static LifeStage of(SchoolGrade grade, boolean attendsPreschool) {
    var byAge = of(grade);
    return byAge == INFANT && attendsPreschool ? PRESCHOOL : byAge;
  }

  /** The stage of a child on a day. */
  public static LifeStage at(LocalDate birth, LocalDate day, List<GradeOverride> overrides) {
    return of(SchoolGrade.of(birth, FiscalYear.of(day), overrides));
  }

  public Words words() {
    return Words.of("calendar.stage." + name());
  }
}
