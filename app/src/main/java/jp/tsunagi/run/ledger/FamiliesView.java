package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.run.ledger.Family.State;
import jp.tsunagi.run.ledger.FamilyFilter.Sort;

/**
 * Words of the list of families.
 *
 * @param families all of the hub's that are not on record yet
 */
record FamiliesView(FamilyFilter filter, List<Family> families, boolean takesOut) {
  static final String URL = "/import/families";

  FamiliesPage page() {
    List<Family> all = filter.of(families);
    int from = filter.from(all);
    List<Family> shown = all.subList(from, Math.min(all.size(), from + FamilyFilter.PAGE));
    boolean more = from + shown.size() < all.size();
    return new FamiliesPage(
        Arrays.stream(State.values()).map(this::tab).toList(),
        filter.state().name(),
        filter.state() == State.DECLINED,
        t("ledger.families.lead." + filter.state()),
        filter.q(),
        options(
            families.stream().flatMap(it -> it.details().programmes().stream()),
            filter.programme()),
        options(families.stream().flatMap(it -> it.details().staff().stream()), filter.staff()),
        filter.sort().name(),
        filter.narrows(),
        from == 0,
        t("ledger.families.size", all.size(), all.isEmpty() ? 0 : from + 1, from + shown.size()),
        heads(),
        shown.stream().map(this::row).toList(),
        all.isEmpty()
            ? t("ledger.families.none." + (filter.narrows() ? "narrowed" : filter.state()))
            : null,
        more ? shown.getLast().id().toString() : null,
        takesOut && !all.isEmpty() ? takeOut() : null);
  }

  private Link tab(State state) {
    long count = families.stream().filter(family -> family.state() == state).count();
    return new Link(
        URL + "?state=" + state,
        t("ledger.families.tab", t("ledger.families.state." + state), count),
        state == filter.state());
  }

  private static List<Option> options(Stream<String> values, String chosen) {
    return values
        .distinct()
        .sorted()
        .map(value -> new Option(value, value, value.equals(chosen)))
        .toList();
  }

  private List<Sort> columns() {
    return switch (filter.state()) {
      case OPEN -> List.of(Sort.KANA, Sort.BIRTH, Sort.PROGRAMME, Sort.STAFF, Sort.ASKED);
      case AGREED -> List.of(Sort.KANA, Sort.BIRTH, Sort.PROGRAMME, Sort.STAFF, Sort.ANSWERED);
      case DECLINED -> List.of(Sort.KANA, Sort.BIRTH, Sort.ANSWERED);
    };
  }

  private List<Option> heads() {
    return columns().stream()
        .map(sort ->
            new Option(
                sort.name(),
                t(
                    "ledger.families.head."
                        + sort
                        + (sort == Sort.ANSWERED ? "." + filter.state() : "")),
                sort == filter.sort()))
        .toList();
  }

  private TakeOut takeOut() {
    return new TakeOut(
        URL + "/file",
        List.of(
            new Link("state", filter.state().name()),
            new Link("q", filter.q()),
            new Link("programme", filter.programme()),
            new Link("staff", filter.staff()),
            new Link("sort", filter.sort().name())));
  }

  private FamiliesPage.Row row(Family family) {
    return new FamiliesPage.Row(
        URL + "/" + family.id(), family.child(), family.kana(), day(family.birth()), cells(family));
  }

  private List<String> cells(Family family) {
    Family.Details details = family.details();
    String answered = family.answer().map(Family.Answer::on).map(FamiliesView::day).orElse("");
    String programmes = String.join(t("ledger.comma"), details.programmes());
    return switch (filter.state()) {
      case OPEN ->
          List.of(
              programmes,
              details.staff().orElse(""),
              family.lastAsked().map(FamiliesView::asked).orElse(""),
              details.guardian(),
              details.phone().orElse(""));
      case AGREED ->
          List.of(
              programmes,
              details.staff().orElse(""),
              answered,
              details.guardian(),
              details.phone().orElse(""));
      case DECLINED ->
          List.of(answered, family.declined().map(it -> day(it.keptUntil())).orElse(""));
    };
  }

  private static String asked(Family.Asking asking) {
    return asking.note().isEmpty()
        ? day(asking.on())
        : t("ledger.families.asked", day(asking.on()), asking.note());
  }

  static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }

  /** Heads of the file. */
  static List<String> fileHeads() {
    return Stream.concat(
            Stream.of(
                    Column.NAME,
                    Column.KANA,
                    Column.BIRTH,
                    Column.GUARDIAN,
                    Column.RELATION,
                    Column.PHONE,
                    Column.ADDRESS,
                    Column.PROGRAMME,
                    Column.STAFF)
                .map(column -> t("ledger.column." + column)),
            Stream.of("state", "answered", "asked", "note")
                .map(column -> t("ledger.families.file." + column)))
        .toList();
  }

  /** The families of the filter as rows of a file: with all that was asked and answered. */
  List<List<String>> fileRows() {
    return filter.of(families).stream().map(FamiliesView::fileRow).toList();
  }

  private static List<String> fileRow(Family family) {
    Family.Details details = family.details();
    Optional<Family.Asking> asked = family.lastAsked();
    return List.of(
        family.child(),
        family.kana(),
        day(family.birth()),
        details.guardian(),
        details.relation().map(is -> t("child.relation." + is)).orElse(""),
        details.phone().orElse(""),
        details.address().orElse(""),
        String.join(t("ledger.comma"), details.programmes()),
        details.staff().orElse(""),
        t("ledger.families.state." + family.state()),
        family.answer().map(it -> day(it.on())).orElse(""),
        asked.map(it -> day(it.on())).orElse(""),
        asked.map(Family.Asking::note).orElse(""));
  }
}
