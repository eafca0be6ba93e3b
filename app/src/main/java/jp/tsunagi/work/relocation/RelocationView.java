package jp.tsunagi.work.relocation;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.sheet.ReadSheet;
import jp.tsunagi.record.sheet.Relocating;
import jp.tsunagi.record.sheet.Sheet;
import jp.tsunagi.record.sheet.SheetMove;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the page before the move. */
@Component
final class RelocationView {
  private final Relocating relocating;
  private final Identities children;

  RelocationView(Relocating relocating, Identities children) {
    this.relocating = relocating;
    this.children = children;
  }

  RelocationPage page(
      Tx tx, Relocations.Mine mine, RelocationForm form, @Nullable RelocationRefusal refused) {
    Sheet sheet = mine.sheet();
    Set<OrganisationId> known = ReadingSql.known(tx, sheet.child());
    Optional<RefusalView> refusal =
        mine.refusal().or(() -> Optional.ofNullable(refused)).map(RelocationRefusal::view);
    return new RelocationPage(
        children.get(tx, sheet.child()),
        "/sheets/" + sheet.id() + "/relocation",
        "/sheets/" + sheet.id(),
        relocating.title(tx, sheet),
        t("sheet.state." + sheet.state()),
        mine.read().parts().stream().map(part -> part.section().title().in(language())).toList(),
        mine.read().parts().stream()
            .flatMap(part -> part.files().stream())
            .map(file -> file.name())
            .toList(),
        t(
            relocating.opens(tx, sheet)
                ? "relocation.after.open"
                : "relocation.after." + sheet.state()),
        days(ReadingSql.told(tx, sheet, mine.items()), known),
        ReadingSql.printed(tx, sheet, mine.items()).stream()
            .map(one ->
                t(
                    "relocation.printed.line",
                    one.number(),
                    day(one.day()),
                    name(one.at(), one.place(), known)))
            .toList(),
        answered(mine.read()),
        RelocationSql.later(tx, sheet).stream()
            .map(year -> new FiscalYear(year).words().in(language()))
            .toList(),
        refusal.orElse(null),
        mine.refusal().isPresent() ? null : form.view(sheet.child()));
  }

  private static String day(LocalDate day) {
    return DateWords.weekday(day).in(language());
  }

  /** Of a place that the reader does not know to deal with the child no name is told. */
  private static String name(OrganisationId place, String name, Set<OrganisationId> known) {
    return known.contains(place) ? name : t("relocation.elsewhere");
  }

  private static List<RelocationPage.Day> days(
      List<ReadingSql.Reading> readings, Set<OrganisationId> known) {
    Map<LocalDate, Map<String, Set<String>>> days = new LinkedHashMap<>();
    for (ReadingSql.Reading one : readings) {
      days.computeIfAbsent(one.day(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(who(one, known), _ -> new LinkedHashSet<>())
          .add(t("relocation.read." + one.action()));
    }
    List<RelocationPage.Day> shown = new ArrayList<>();
    days.forEach((day, by) -> {
      List<RelocationPage.Look> looks = new ArrayList<>();
      by.forEach((who, what) -> looks.add(new RelocationPage.Look(who, List.copyOf(what))));
      shown.add(new RelocationPage.Day(day(day), looks));
    });
    return shown;
  }

  private static String who(ReadingSql.Reading one, Set<OrganisationId> known) {
    if (one.relation().isPresent()) {
      String relation = one.relation().get();
      return relation.isEmpty()
          ? t("relocation.family")
          : t("relocation.family.of", t("sheet.relation." + relation));
    }
    boolean named = one.organisation().filter(known::contains).isPresent();
    if (!named) {
      return t("relocation.elsewhere");
    }
    return one.post().isEmpty()
        ? one.place()
        : t("relocation.who", one.place(), t("staff.post." + one.post()));
  }

  /** What the family has answered to it: it stays with this child. */
  private static List<String> answered(ReadSheet read) {
    return read.steps().stream()
        .filter(step ->
            step.move() == SheetMove.CONFIRMED
                || step.move() == SheetMove.DISAGREED
                || step.move() == SheetMove.ASKED_TO_TALK)
        .map(step -> {
          String day =
              day(step.on().orElseGet(() -> step.at().atZone(ActingClock.JAPAN).toLocalDate()));
          String what = t("sheet.step." + step.move());
          return step.paperPlace()
              .map(place -> t("relocation.answered.paper", day, what, place))
              .orElseGet(() -> t("relocation.answered.line", day, what));
        })
        .toList();
  }
}
