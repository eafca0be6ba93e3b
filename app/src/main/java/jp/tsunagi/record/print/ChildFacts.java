package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.language;
import static jp.tsunagi.record.print.PrintWords.w;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.ChildAttribute;

/**
 * The facts of a child that papers show: who it is at the head, the others where a form has their
 * place. Shown as they are today, never copied.
 *
 * @param written name as the family writes it
 */
public record ChildFacts(
    String written,
    String kana,
    LocalDate birthDate,
    List<GradeOverride> overrides,
    Map<ChildAttribute, String> others) {

  /** What stands at the head of each paper and is not said again in the sections. */
  private static final Set<ChildAttribute> HEAD =
      Set.of(
          ChildAttribute.NAME,
          ChildAttribute.KANA,
          ChildAttribute.BIRTH_DATE,
          ChildAttribute.GRADE);

  /**
   * The facts, for whoever reaches the child.
   *
   * @throws jp.tsunagi.base.access.NotFound otherwise
   */
  public static ChildFacts of(Tx tx, ChildId child) {
    return ChildFactsSql.read(tx, child);
  }

  /** The head of a paper of that fiscal year. */
  public List<Paper.Fact> head(FiscalYear year) {
    String grade = SchoolGrade.of(birthDate, year, overrides).words().in(language());
    return List.of(
        new Paper.Fact(w("print.fact.name"), written, Optional.of(kana)),
        new Paper.Fact(w("print.fact.birth"), DateWords.full(birthDate).in(language())),
        new Paper.Fact(
            w("print.fact.grade"), w("print.fact.in", grade, year.plainWords().in(language()))));
  }

  /** A fact within a section; empty for what the head already says. */
  public Optional<String> within(ChildAttribute attribute) {
    return HEAD.contains(attribute)
        ? Optional.empty()
        : Optional.of(others.getOrDefault(attribute, ""));
  }

  /** The same child under another name, where one is given. */
  ChildFacts named(Optional<String> name, Optional<String> reading) {
    return new ChildFacts(name.orElse(written), reading.orElse(kana), birthDate, overrides, others);
  }

  /** With さん, as papers to families say it. */
  public String withSan() {
    return w("print.san", written);
  }
}
