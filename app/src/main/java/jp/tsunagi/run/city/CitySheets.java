package jp.tsunagi.run.city;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.BulkLoad;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.record.form.Writer;
import jp.tsunagi.run.city.CityChild.Stay;
import org.jspecify.annotations.Nullable;

/** Writes down the sheets of a child: the 個人票 of the family, and 支援内容 year after year. */
final class CitySheets {
  private static final int GIST = 40;

  private final City city;
  private final Dice dice;
  private final BulkLoad loading;
  private final CityAnswers answers;
  private final LocalDate today;

  CitySheets(City city, CityWords words, Dice dice, BulkLoad loading, LocalDate today) {
    this.city = city;
    this.dice = dice;
    this.loading = loading;
    this.answers = new CityAnswers(words, dice);
    this.today = today;
  }

  void write(CityChild child) {
    child.agreed().ifPresent(day -> profile(child, day));
    if (child.planned()) {
      FiscalYear year = FiscalYear.of(today);
      FormDefinition oldest = form("support-school");
      for (FiscalYear each = new FiscalYear(oldest.years().from());
          each.compareTo(year) <= 0;
          each = each.next()) {
        support(child, each, each.equals(year));
      }
    }
  }

  private static FormDefinition form(String key) {
    return ShippedForms.all().stream()
        .filter(form -> form.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private void profile(CityChild child, LocalDate agreed) {
    LocalDate on = soon(agreed);
    Filling sheet =
        new Filling(
            dice.id(),
            child,
            form("profile"),
            null,
            FiscalYear.of(on),
            on,
            "FINAL",
            city.only(OrganisationKind.CENTRE).writer().value());
    begin(sheet);
    step(sheet, 1, "STARTED", on, "STAFF", sheet.writer());
    step(sheet, 2, "FINISHED", on, "STAFF", sheet.writer());
    sheet.form().sections().forEach(section -> part(sheet, section));
  }

  private void support(CityChild child, FiscalYear year, boolean now) {
    Optional<Stay> stay =
        child
            .in(year)
            .filter(one -> !one.place().onPaper())
            .filter(one -> one.place().kind() != OrganisationKind.HEALTH_CENTRE);
    boolean written = dice.happens(now ? 0.9 : 0.95);
    if (stay.isEmpty() || !written) {
      return;
    }
    CityPlace place = stay.get().place();
    LocalDate from = stay.get().period().from();
    LocalDate started = year.start().plusDays(dice.between(10, 80));
    LocalDate day = started.isBefore(from) ? from : started;
    if (day.isAfter(today)) {
      return;
    }
    CityPlace.Room room = stay.get().room();
    Filling sheet =
        new Filling(
            dice.id(),
            child,
            form(place.kind().isPreschool() ? "support-nursery" : "support-school"),
            place,
            year,
            day,
            state(now),
            (now && room != null ? room.teacher() : place.writer()).value());
    begin(sheet);
    steps(sheet);
    sheet.form().sections().forEach(section -> part(sheet, section));
  }

  /** This year's are in all states; of the years before the families have answered. */
  private String state(boolean now) {
    if (!now || dice.happens(0.7)) {
      return "FINAL";
    }
    return dice.happens(0.6) ? "WITH_GUARDIAN" : "DRAFT";
  }

  private void steps(Filling sheet) {
    step(sheet, 1, "STARTED", sheet.on(), "STAFF", sheet.writer());
    if (!sheet.state().equals("DRAFT")) {
      step(sheet, 2, "SENT_TO_GUARDIAN", sheet.on(), "STAFF", sheet.writer());
    }
    if (sheet.state().equals("FINAL")) {
      UUID guardian = sheet.child().parents().getFirst().id();
      LocalDate answered = soon(sheet.on());
      loading.add(
          CityTable.SHEET_STEP,
          sheet.id(),
          1,
          3,
          sheet.child().id(),
          "CONFIRMED",
          CityFacts.noon(answered),
          "GUARDIAN",
          guardian,
          "PORTAL",
          answered,
          guardian);
    }
  }

  /** Families answer within two months. */
  private LocalDate soon(LocalDate day) {
    LocalDate answered = day.plusDays(dice.below(61));
    return answered.isAfter(today) ? today : answered;
  }

  private void step(Filling sheet, int ordinal, String step, LocalDate day, String kind, UUID by) {
    loading.add(
        CityTable.SHEET_STEP,
        sheet.id(),
        1,
        ordinal,
        sheet.child().id(),
        step,
        CityFacts.noon(day),
        kind,
        by,
        null,
        null,
        null);
  }

  /** A sheet as it is being filled. */
  private record Filling(
      UUID id,
      CityChild child,
      FormDefinition form,
      @Nullable CityPlace place,
      FiscalYear year,
      LocalDate on,
      String state,
      UUID writer) {

    /** A family's sheet is the family's own; anything else is the place's. */
    String authorKind() {
      return place == null ? "GUARDIAN" : "ORGANISATION";
    }

    UUID author() {
      return place == null ? child.parents().getFirst().id() : place.id().value();
    }
  }

  private void begin(Filling sheet) {
    CityPlace place = sheet.place();
    loading.add(
        CityTable.SHEET,
        sheet.id(),
        sheet.child().id(),
        sheet.form().key(),
        sheet.form().version(),
        place == null ? null : place.id().value(),
        sheet.year().year(),
        sheet.state(),
        1,
        CityFacts.noon(sheet.on()),
        sheet.writer());
    loading.add(
        CityTable.SHEET_WRITER,
        sheet.id(),
        sheet.child().id(),
        sheet.writer(),
        CityFacts.noon(sheet.on()));
  }

  private void part(Filling sheet, Section section) {
    Answers said = answers.of(section, sheet.child().birth());
    if (said.isBlank()) {
      return;
    }
    UUID item = dice.id();
    loading.add(
        CityTable.ITEM,
        item,
        sheet.child().id(),
        "SHEET",
        section.category().name(),
        sheet.form().key() + "/" + section.key(),
        sheet.authorKind(),
        sheet.author(),
        sheet.state(),
        true,
        section.guardianReads(),
        sheet.on(),
        FiscalYear.of(sheet.on()).year(),
        gist(said),
        sheet.id(),
        1,
        CityFacts.noon(sheet.on()),
        sheet.writer());
    boolean family = section.writer() == Writer.GUARDIAN;
    loading.add(
        CityTable.SHEET_PART,
        sheet.id(),
        1,
        section.key(),
        sheet.child().id(),
        item,
        said.json(),
        family ? "GUARDIAN" : section.writer() == Writer.PERSON ? "PERSON" : "ORGANISATION",
        family
            ? sheet.child().parents().getFirst().id()
            : section.writer() == Writer.PERSON ? sheet.child().id() : sheet.author(),
        sheet.writer(),
        CityFacts.noon(sheet.on()),
        1);
  }

  /** The first words, for the timeline. */
  private static String gist(Answers answers) {
    return answers.byField().values().stream()
        .flatMap(answer ->
            answer instanceof jp.tsunagi.record.form.Answer.Text(var text)
                ? java.util.stream.Stream.of(text)
                : java.util.stream.Stream.empty())
        .findFirst()
        .map(text ->
            text.codePointCount(0, text.length()) <= GIST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, GIST)) + "\u2026")
        .orElse("");
  }
}
