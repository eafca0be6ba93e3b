package jp.tsunagi.work.request;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.record.ground.SectionWords;

/**
 * The forms that can be asked for: what places write. Named by form and year alone, so that nothing
 * is said of whether such a sheet exists.
 */
final class PlanForms {
  /** The family's own; it is shared by the family itself. */
  private static final String PROFILE = "profile";

  private static final int BACK = 6;

  private PlanForms() {}

  static List<SectionWords.Group> all() {
    return SectionWords.groups().stream().filter(form -> !form.key().equals(PROFILE)).toList();
  }

  static Optional<SectionWords.Group> find(String key) {
    return all().stream().filter(form -> form.key().equals(key)).findFirst();
  }

  /** Key of a section within its form. */
  static String key(SectionWords.Choice section) {
    String code = section.line().section().orElseThrow();
    return code.substring(code.indexOf('/') + 1);
  }

  /** This year, the one to come, and those before. */
  static List<Integer> years(FiscalYear now) {
    return IntStream.rangeClosed(-1, BACK).mapToObj(back -> now.year() - back).toList();
  }

  static String year(int year) {
    return new FiscalYear(year).plainWords().in(language());
  }

  /** 支援内容（小・中学校）　令和8年度. */
  static String title(String form, int year) {
    return t(
        "request.title.of", find(form).map(SectionWords.Group::title).orElse(form), year(year));
  }

  /** The titles of these sections, in one line; all of them in a word. */
  static String sections(String form, List<String> keys) {
    List<SectionWords.Choice> sections =
        find(form).map(SectionWords.Group::sections).orElse(List.of());
    Set<String> chosen = Set.copyOf(keys);
    return chosen.size() == sections.size()
        ? t("request.sections.all")
        : sections.stream()
            .filter(section -> chosen.contains(key(section)))
            .map(SectionWords.Choice::title)
            .collect(Collectors.joining(t("request.comma")));
  }
}
