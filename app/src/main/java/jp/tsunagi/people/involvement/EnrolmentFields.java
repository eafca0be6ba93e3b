package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.DayField;
import jp.tsunagi.people.child.DayInput;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.SchoolClass;
import org.jspecify.annotations.Nullable;

/** Lays out the forms of enrolments. */
final class EnrolmentFields {
  private final Fields fields;
  private final LocalDate today;

  EnrolmentFields(Typed typed, Map<String, String> problems, LocalDate today) {
    this.fields = new Fields("involvement.field.", "involvement.hint.", typed, problems);
    this.today = today;
  }

  /**
   * The form that enrols: first where, then in which of its classes.
   *
   * @param chosen where, once it is known
   */
  EnrolmentsPage.Form enrol(
      String url,
      List<Organisation> organisations,
      Optional<Organisation> chosen,
      Function<Organisation, List<SchoolClass>> classes) {
    FieldView organisation = fields.must("organisation");
    DayField from = DayField.of(fields, "from", true, DayInput.facts(today));
    FieldView schoolClass = fields.of("class");
    FieldView number = fields.of("number");
    return new EnrolmentsPage.Form(
        url,
        organisation,
        organisations.stream()
            .map(one -> option("organisation", one.id().toString(), one.name()))
            .toList(),
        chosen.map(one -> new Option(one.id().toString(), one.name(), true)).orElse(null),
        organisations.size() > 1,
        schoolClass,
        chosen.map(one -> classes(classes.apply(one))).orElse(List.of()),
        number,
        from,
        wrong(organisation, from.field(), schoolClass, number));
  }

  private Option option(String field, String value, String words) {
    return new Option(value, words, fields.typed().text(field).equals(value));
  }

  private List<Option> classes(List<SchoolClass> classes) {
    return classes.stream().map(one -> option("class", one.id().toString(), words(one))).toList();
  }

  private static String words(SchoolClass one) {
    return one.name() + "\u3000" + new FiscalYear(one.fiscalYear()).plainWords().in(language());
  }

  EnrolmentPage.Place place(String url, List<SchoolClass> classes) {
    FieldView schoolClass = fields.must("class");
    FieldView number = fields.of("number");
    DayField from = DayField.of(fields, "from", true, DayInput.facts(today));
    return new EnrolmentPage.Place(
        url, schoolClass, classes(classes), number, from, wrong(schoolClass, number, from.field()));
  }

  ClassesPage.Move move(String url, List<SchoolClass> classes) {
    FieldView children = fields.must("child");
    FieldView schoolClass = fields.must("class");
    DayField from = DayField.of(fields, "from", true, DayInput.facts(today));
    return new ClassesPage.Move(
        url,
        children,
        schoolClass,
        classes(classes),
        from,
        wrong(children, schoolClass, from.field()));
  }

  EnrolmentPage.Ending ending(String url) {
    DayField last = DayField.of(fields, "last", true, DayInput.facts(today));
    FieldView reason = fields.must("end");
    return new EnrolmentPage.Ending(
        url,
        last,
        reason,
        fields.options("end", EndReason.values(), "involvement.end."),
        fields.of("note"),
        wrong(last.field(), reason));
  }

  private static List<FieldView> wrong(FieldView... all) {
    return Stream.of(all).filter(FieldView::wrong).toList();
  }

  /** A day in the reader's words; nothing for an end that is not known. */
  static String day(@Nullable LocalDate day) {
    return day == null ? "" : DateWords.plain(day).in(language());
  }

  /** Class and number. */
  static String place(EnrolmentSql.Line line) {
    return line.className().orElse("")
        + line.number().map(number -> "\u3000" + t("involvement.number", number)).orElse("");
  }
}
