package jp.tsunagi.work.request;

import static jp.tsunagi.base.ui.Text.t;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.record.ground.SectionWords;

/** Reads and lays out the choice with which asking begins: of whom which form of which year. */
final class BeginForm {
  private final List<Organisation> places;
  private final Typed typed;
  private final FiscalYear now;
  private final Map<String, String> problems = new HashMap<>();

  /**
   * A choice, made or not.
   *
   * @param places that can be asked
   */
  BeginForm(List<Organisation> places, Typed typed, FiscalYear now) {
    this.places = List.copyOf(places);
    this.typed = typed;
    this.now = now;
  }

  /** Reads it; empty when something is not chosen, or is not there to be chosen. */
  Optional<AskForm.Wanted> read() {
    Optional<Organisation> author =
        chosen(
            "place", places.stream().filter(it -> it.id().toString().equals(typed.text("place"))));
    Optional<SectionWords.Group> form = chosen("form", PlanForms.find(typed.text("form")).stream());
    Optional<Integer> year =
        chosen(
            "year",
            PlanForms.years(now).stream()
                .filter(it -> String.valueOf(it).equals(typed.text("year"))));
    return author.flatMap(
        place -> form.flatMap(group -> year.map(one -> new AskForm.Wanted(place, group, one))));
  }

  private <T> Optional<T> chosen(String field, Stream<T> fitting) {
    Optional<T> found = fitting.findFirst();
    if (found.isEmpty()) {
      problems.put(field, t("request.problem.choose"));
    }
    return found;
  }

  /**
   * Laid out, with what is chosen.
   *
   * @param known sheets of others of which the reader reads something already
   */
  ChildRequestsPage.Begin view(String url, List<Link> known) {
    String year = typed.given("year").orElseGet(() -> String.valueOf(now.year()));
    Fields fields =
        new Fields("request.field.", "request.hint.", typed.with("year", year), problems);
    FieldView place = fields.must("place");
    FieldView form = fields.must("form");
    FieldView when = fields.must("year");
    return new ChildRequestsPage.Begin(
        url,
        known,
        place,
        places.stream().map(it -> option(place, it.id().toString(), it.name())).toList(),
        form,
        PlanForms.all().stream().map(it -> option(form, it.key(), it.title())).toList(),
        when,
        PlanForms.years(now).stream()
            .map(it -> option(when, String.valueOf(it), PlanForms.year(it)))
            .toList(),
        List.of(place, form, when));
  }

  private static Option option(FieldView field, String value, String words) {
    return new Option(value, words, field.value().equals(value));
  }
}
