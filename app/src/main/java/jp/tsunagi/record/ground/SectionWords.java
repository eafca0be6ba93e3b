package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.ShippedForms;

/** The sections of the forms in plain words, as a guardian agrees to them one by one. */
public final class SectionWords {
  /** Whole categories first, then the sections in the order of the forms. */
  static final Comparator<ScopeLine> ORDER =
      Comparator.comparing((ScopeLine line) -> line.section().isPresent())
          .thenComparingInt(line -> line.section().map(SectionWords::place).orElse(0))
          .thenComparing(ScopeLine::category);

  private static final Set<String> NOT_HANDED_OVER =
      Set.of("consent-use", "consent-handover", "withdrawal");

  private SectionWords() {}

  /** The forms a family meets, as shipped; read once. */
  private static final class Forms {
    static final List<FormDefinition> ALL =
        ShippedForms.all().stream().filter(it -> !NOT_HANDED_OVER.contains(it.key())).toList();
    static final List<String> SECTIONS =
        ALL.stream().flatMap(form -> form.sections().stream().map(it -> code(form, it))).toList();
  }

  /** A form with those of its sections that can be handed over. */
  public record Group(String key, String title, List<Choice> sections) {}

  /** One section to agree to. */
  public record Choice(ScopeLine line, String title, String about) {
    Choice of(Optional<ScopeLine.OfSheet> sheet) {
      return new Choice(new ScopeLine(line.category(), line.section(), sheet), title, about);
    }
  }

  /** All that can be handed over section by section. */
  public static List<Group> groups() {
    return Forms.ALL.stream()
        .map(form ->
            new Group(
                form.key(),
                form.title().in(language()),
                form.sections().stream().map(section -> choice(form, section)).toList()))
        .toList();
  }

  /** Categories that a family thinks of together. */
  private enum Area {
    CHILD(Category.IDENTITY, Category.PROFILE, Category.FAMILY),
    WHERE(Category.LOCATION, Category.INVOLVEMENT, Category.CONTACT),
    HEALTH(Category.HEALTH, Category.ASSESSMENT),
    SUPPORT(
        Category.SUPPORT,
        Category.PLAN,
        Category.MEETING,
        Category.PROVISION,
        Category.CONSULTATION);

    private final List<Category> categories;

    Area(Category... categories) {
      this.categories = List.of(categories);
    }
  }

  /**
   * A scope in a handful of areas: whole categories by what they are about, sections by their form.
   * Every line of the scope stands in exactly one of them.
   */
  public static List<Group> areas(List<ScopeLine> scope) {
    List<Group> areas = new ArrayList<>();
    for (Area area : Area.values()) {
      List<Choice> whole =
          area.categories.stream()
              .map(ScopeLine::of)
              .filter(scope::contains)
              .map(line -> new Choice(line, category(line.category()), ""))
              .toList();
      areas.add(new Group(area.name(), t("ground.area." + area), whole));
    }
    List<ScopeLine> sections =
        new ArrayList<>(scope.stream().filter(line -> line.section().isPresent()).toList());
    for (Optional<ScopeLine.OfSheet> sheet : sheets(scope)) {
      for (Group form : groups()) {
        List<Choice> chosen =
            form.sections().stream()
                .map(choice -> choice.of(sheet))
                .filter(choice -> sections.remove(choice.line()))
                .toList();
        areas.add(new Group(form.key(), title(form.title(), sheet), chosen));
      }
    }
    List<Choice> rest =
        sections.stream()
            .sorted(ORDER)
            .map(line -> new Choice(line, category(line.category()), ""))
            .toList();
    areas.add(new Group("rest", t("ground.area.rest"), rest));
    return areas.stream().filter(area -> !area.sections().isEmpty()).toList();
  }

  private static Choice choice(FormDefinition form, Section section) {
    String about =
        section.questions().stream()
            .limit(4)
            .map(field -> field.head().label().in(language()))
            .collect(Collectors.joining(t("ground.words.comma")));
    ScopeLine line = new ScopeLine(section.category(), Optional.of(code(form, section)));
    return new Choice(line, section.title().in(language()), about);
  }

  private static String code(FormDefinition form, Section section) {
    return form.key() + "/" + section.key();
  }

  private static int place(String code) {
    int at = Forms.SECTIONS.indexOf(code);
    return at < 0 ? Integer.MAX_VALUE : at;
  }

  /** A scope in plain words, one line per form or category: 個人票（好きなこと・得意なこと、願いと、相談したいこと）. */
  public static List<String> of(List<ScopeLine> scope) {
    List<String> words = new ArrayList<>();
    scope.stream()
        .filter(line -> line.section().isEmpty())
        .map(ScopeLine::category)
        .distinct()
        .forEach(category -> words.add(category(category)));
    for (Optional<ScopeLine.OfSheet> sheet : sheets(scope)) {
      Set<String> chosen =
          scope.stream()
              .filter(line -> line.sheet().equals(sheet))
              .flatMap(line -> line.section().stream())
              .collect(Collectors.toSet());
      byForm(chosen)
          .forEach((form, titles) ->
              words.add(form(form, title(form.title().in(language()), sheet), titles)));
    }
    return words;
  }

  /** The sheets that a scope names, and any sheet, in their order. */
  private static List<Optional<ScopeLine.OfSheet>> sheets(List<ScopeLine> scope) {
    return scope.stream().map(ScopeLine::sheet).distinct().toList();
  }

  /** 支援内容（学校）　令和8年度: one sheet has its year. */
  private static String title(String form, Optional<ScopeLine.OfSheet> sheet) {
    return sheet
        .map(it ->
            t("ground.words.sheet", form, new FiscalYear(it.year()).plainWords().in(language())))
        .orElse(form);
  }

  private static String form(FormDefinition form, String title, List<String> titles) {
    return titles.size() == form.sections().size()
        ? t("ground.words.form.whole", title)
        : t("ground.words.form", title, String.join(t("ground.words.comma"), titles));
  }

  private static Map<FormDefinition, List<String>> byForm(Set<String> chosen) {
    Map<FormDefinition, List<String>> found = new LinkedHashMap<>();
    for (FormDefinition form : Forms.ALL) {
      for (Section section : form.sections()) {
        if (chosen.contains(code(form, section))) {
          found.computeIfAbsent(form, _ -> new ArrayList<>()).add(section.title().in(language()));
        }
      }
    }
    return found;
  }

  public static String category(Category category) {
    return t("access.category." + category);
  }

  /** The same in one line. */
  public static String line(List<ScopeLine> scope) {
    return String.join(t("ground.words.comma"), of(scope));
  }
}
