package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Guardians;

/**
 * 家族に見せる as it is written down: to whom, what, until when. The same form in the portal of the
 * person and at a hub.
 */
public final class ShowingForm extends WordForm {
  private static final String ALL = "all";
  private static final String SOME = "some";

  private final Choices choices;
  private final LocalDate today;

  /**
   * What can be chosen.
   *
   * @param readers to whom it may be shown today
   * @param parts parts of sheets that are there, each with its sheet
   */
  public record Choices(List<Guardians.Related> readers, List<ScopeLine> parts) {
    public Choices {
      readers = List.copyOf(readers);
      parts = List.copyOf(parts);
    }

    /** The sheets, each with its parts. */
    private Map<SheetId, List<ScopeLine>> sheets() {
      Map<SheetId, List<ScopeLine>> sheets = new LinkedHashMap<>();
      parts.forEach(part ->
          part.sheet()
              .ifPresent(
                  sheet -> sheets.computeIfAbsent(sheet.id(), _ -> new ArrayList<>()).add(part)));
      return sheets;
    }
  }

  public ShowingForm(Typed typed, Choices choices, LocalDate today) {
    super(typed, "ground.showing.");
    this.choices = choices;
    this.today = today;
  }

  /**
   * As it is shown.
   *
   * @param id of the showing it makes: sent twice, it makes one
   */
  public record View(
      String id,
      FieldView reader,
      List<Option> readers,
      FieldView what,
      List<Option> whats,
      FieldView sheet,
      List<Option> sheets,
      FieldView scope,
      List<ScopeChoice.Group> groups,
      FieldView until,
      List<FieldView> wrong) {}

  /** What is wished; empty when something is missing, which the view then says. */
  public Optional<Showing.Wish> wish() {
    Optional<GuardianId> reader =
        choices.readers().stream()
            .map(one -> one.person().id())
            .filter(id -> id.toString().equals(typed.text("reader")))
            .findFirst();
    if (reader.isEmpty()) {
      wrong("reader", t("ground.showing.reader.missing"));
    }
    Optional<List<ScopeLine>> scope = scope();
    Optional<LocalDate> until = until();
    return sound()
        ? Optional.of(new Showing.Wish(reader.orElseThrow(), scope, until.orElseThrow()))
        : Optional.empty();
  }

  private Optional<List<ScopeLine>> scope() {
    return switch (typed.text("what")) {
      case ALL -> Optional.empty();
      case SOME -> {
        List<ScopeLine> chosen =
            Stream.concat(
                    new ScopeChoice(typed).chosen().stream(),
                    choices.sheets().entrySet().stream()
                        .filter(one -> typed.all("sheet").contains(one.getKey().toString()))
                        .flatMap(one -> one.getValue().stream()))
                .distinct()
                .toList();
        if (chosen.isEmpty()) {
          wrong("scope", t("ground.showing.scope.missing"));
        }
        yield Optional.of(chosen);
      }
      default -> {
        wrong("what", t("ground.showing.what.missing"));
        yield Optional.empty();
      }
    };
  }

  private Optional<LocalDate> until() {
    DayField day = DayField.read(typed.text("until"), today).must();
    day.problem().ifPresent(problem -> wrong("until", problem));
    LocalDate latest = today.plusYears(Showings.LONGEST_YEARS);
    day.day()
        .filter(until -> until.isBefore(today) || until.isAfter(latest))
        .ifPresent(_ ->
            wrong(
                "until", t("ground.showing.until.wrong", DateWords.plain(latest).in(language()))));
    return day.day();
  }

  /** Lays it out, with what was typed. */
  public View view() {
    FieldView reader = hinted("reader").must();
    FieldView what = hinted("what").must();
    FieldView sheet = hinted("sheet");
    FieldView scope = hinted("scope");
    FieldView until = hinted("until").must();
    if (!typed.values().containsKey("until")) {
      until = until.value(DateWords.brief(Showings.proposed(today)));
    }
    return new View(
        made(),
        reader,
        choices.readers().stream().map(this::reader).toList(),
        what,
        List.of(what(ALL), what(SOME)),
        sheet,
        choices.sheets().entrySet().stream()
            .map(one -> sheet(one.getKey(), one.getValue()))
            .toList(),
        scope,
        new ScopeChoice(typed).groups(),
        until,
        List.of(reader, what, sheet, scope, until));
  }

  private Option reader(Guardians.Related one) {
    String id = one.person().id().toString();
    return new Option(
        id,
        ShowingWords.guardian(one),
        typed.text("reader").equals(id) || choices.readers().size() == 1);
  }

  private Option what(String value) {
    return new Option(value, t("ground.showing.what." + value), typed.text("what").equals(value));
  }

  private Option sheet(SheetId id, List<ScopeLine> parts) {
    return new Option(
        id.toString(), SectionWords.line(parts), typed.all("sheet").contains(id.toString()));
  }

  private FieldView hinted(String name) {
    return field(name).hint(t("ground.showing." + name + ".hint"));
  }
}
