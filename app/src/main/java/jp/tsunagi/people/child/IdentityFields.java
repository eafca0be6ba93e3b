package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;

/** Lays out the forms that change who a child is. */
final class IdentityFields {
  static final List<String> HOWS = List.of("CHANGED", "CORRECTED");
  private static final int YOUNGEST = -5;

  private final Identity child;
  private final LocalDate today;

  IdentityFields(Identity child, LocalDate today) {
    this.child = child;
    this.today = today;
  }

  /** What stands in the forms before anybody typed. */
  Typed usual() {
    Typed typed =
        NameForm.typed(child.name())
            .with("from", JapaneseDate.of(today).brief())
            .with("birth", JapaneseDate.of(child.birthDate()).brief())
            .with("sex", child.sex().name())
            .with("language", child.homeLanguage().orElse(""))
            .with("year", String.valueOf(FiscalYear.of(today).year()));
    return child.interpreter() ? typed.with("interpreter", "interpreter") : typed;
  }

  private static Fields fields(Typed typed, Map<String, String> problems) {
    return new Fields("child.field.", "child.hint.", typed, problems);
  }

  IdentityPage.Name name(Typed typed, Map<String, String> problems) {
    Fields fields = fields(typed, problems);
    FieldView how = fields.must("how");
    DayField from = DayField.of(fields, "from", false, DayInput.facts(today));
    List<FieldView> usual = NameForm.usual(fields);
    List<FieldView> seldom = NameForm.seldom(fields);
    return new IdentityPage.Name(
        "/children/" + child.id() + "/identity/name",
        how,
        fields.options("how", HOWS, key -> t("child.how." + key)),
        from,
        usual,
        seldom,
        List.of(new Option("single", t("child.tick.single"), typed.ticked("single"))),
        wrong(
            Stream.concat(
                Stream.of(how, from.field()), Stream.concat(usual.stream(), seldom.stream()))));
  }

  IdentityPage.About about(Typed typed, Map<String, String> problems) {
    Fields fields = fields(typed, problems);
    DayField birth = DayField.of(fields, "birth", true, DayInput.births(today));
    FieldView sex = fields.must("sex");
    return new IdentityPage.About(
        "/children/" + child.id() + "/identity/about",
        birth,
        sex,
        fields.options("sex", Sex.values(), "child.sex."),
        fields.of("language"),
        Languages.options(fields),
        List.of(
            new Option("interpreter", t("child.tick.interpreter"), typed.ticked("interpreter"))),
        wrong(Stream.of(birth.field(), sex)));
  }

  IdentityPage.Grade grade(Typed typed, Map<String, String> problems) {
    Fields fields = fields(typed, problems);
    FieldView level = fields.must("level");
    FieldView reason = fields.must("gradereason");
    int year = FiscalYear.of(today).year();
    return new IdentityPage.Grade(
        "/children/" + child.id() + "/identity/grade",
        fields.must("year"),
        fields.options(
            "year",
            List.of(String.valueOf(year), String.valueOf(year + 1)),
            each -> new FiscalYear(Integer.parseInt(each)).words().in(language())),
        level,
        fields.options("level", levels(), IdentityFields::level),
        reason,
        fields.options(
            "gradereason",
            Arrays.stream(GradeOverride.Reason.values()).map(Enum::name).toList(),
            key -> GradeOverride.Reason.valueOf(key).words().in(language())),
        fields.of("gradenote"),
        wrong(Stream.of(level, reason)));
  }

  static List<String> levels() {
    return IntStream.rangeClosed(YOUNGEST, SchoolGrade.LAST_UPPER)
        .mapToObj(String::valueOf)
        .toList();
  }

  static String level(String level) {
    return SchoolGrade.ofLevel(Integer.parseInt(level)).words().in(language());
  }

  private static List<FieldView> wrong(Stream<FieldView> all) {
    return all.filter(FieldView::wrong).toList();
  }
}
