package jp.tsunagi.work.request;

import static jp.tsunagi.record.print.PrintWords.language;
import static jp.tsunagi.record.print.PrintWords.w;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.record.print.ChildFacts;
import jp.tsunagi.record.print.Paper;

/**
 * A request on paper, for a place without a terminal: what is asked, and room for the answer, which
 * the hub types in. Pure.
 *
 * @param municipality by name
 * @param asker by name
 * @param author by name
 * @param sender the hub that sends it
 */
record RequestPaper(
    PlanRequest request,
    String municipality,
    String asker,
    String author,
    String sender,
    LocalDate on) {

  Paper paper(ChildFacts child) {
    var letter =
        new Paper.Letter(
            municipality, day(on), w("request.paper.to", author), sender, Optional.empty());
    return new Paper(
        w("request.paper.title"),
        List.of(),
        Optional.of(letter),
        child.head(FiscalYear.of(on)),
        List.of(
            new Paper.Words(
                "", List.of(w("request.paper.lead.1", asker), w("request.paper.lead.2"))),
            asked(),
            new Paper.Heading(w("request.paper.answer"), Optional.empty(), false),
            answer(),
            new Paper.Signatures(
                List.of(
                    Paper.SignatureBox.open(
                        w("request.paper.sign"),
                        Optional.empty(),
                        List.of(),
                        w("request.paper.role"))))),
        w("request.paper.running", child.written()),
        true);
  }

  private Paper.Ruled asked() {
    return new Paper.Ruled(
        List.of(
            line(
                "what",
                w(
                    "request.title.of",
                    form().map(it -> it.title().in(language())).orElse(request.form()),
                    new FiscalYear(request.year()).plainWords().in(language()))),
            line("section", sections()),
            line("why", request.why()),
            line("needed", day(request.neededBy())),
            line("until", day(request.until()))));
  }

  /** The form as shipped: an official paper is in Japanese, whatever the screens are in. */
  private Optional<FormDefinition> form() {
    return ShippedForms.all().stream().filter(it -> it.key().equals(request.form())).findFirst();
  }

  private String sections() {
    return form().stream()
        .flatMap(it -> it.sections().stream())
        .filter(section -> request.sections().contains(section.key()))
        .map(section -> section.title().in(language()))
        .collect(Collectors.joining(w("request.comma")));
  }

  private static Paper.Ruled answer() {
    return new Paper.Ruled(
        List.of(
            new Paper.Line(
                w("request.paper.answer"),
                new Paper.Ticks(
                    Stream.of("yes", "no")
                        .map(one -> new Paper.Tick(w("request.paper.answer." + one), false))
                        .toList())),
            new Paper.Line(w("request.paper.part"), new Paper.Written("", true)),
            new Paper.Line(w("request.paper.reason"), new Paper.Written("", true))));
  }

  private static Paper.Line line(String field, String words) {
    return new Paper.Line(w("request.field." + field), new Paper.Written(words, false));
  }

  private static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }
}
