package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.sheet.ReadSheet.Part;
import jp.tsunagi.record.sheet.ReadSheet.Source;

/** Who gave a part or a single answer, and when (A4), in words. Each name is looked up once. */
final class GiverWords {
  private final Tx tx;
  private final boolean concealed;
  private final Map<UUID, Optional<String>> staff = new HashMap<>();
  private final Map<UUID, Optional<String>> guardians = new HashMap<>();

  /** Of a place that has no name beside the child the people have none either. */
  GiverWords(Tx tx, Sheet sheet) {
    this.tx = tx;
    this.concealed =
        sheet.organisation().filter(Place.beside(tx, sheet.child())::conceals).isPresent();
  }

  /** The line of the part: who wrote in it last. */
  String of(Part part) {
    return of(part.source());
  }

  /** Who gave one answer; empty where the line of the part says the same, or nobody knows. */
  String of(Part part, String field) {
    return Optional.ofNullable(part.sources().get(field))
        .map(this::of)
        .filter(words -> !words.equals(of(part)))
        .orElse("");
  }

  /** What the reading guardian wrote today needs no word. */
  private boolean needless(Source source) {
    boolean mine =
        Actor.of(tx) instanceof Actor.Guardian guardian
            && guardian.guardian().value().equals(source.by())
            && source.typist().isEmpty();
    return mine && source.at().atZone(ActingClock.JAPAN).toLocalDate().equals(tx.today());
  }

  private String of(Source source) {
    if (needless(source)) {
      return "";
    }
    String typist = source.typist().flatMap(this::staff).orElse("");
    String day = SheetWords.day(tx, source.at());
    return switch (source.kind()) {
      case "GUARDIAN" -> {
        String giver = guardian(source.by()).orElse("");
        if (giver.isEmpty()) {
          // another guardian's name is not everybody's to read
          yield t("sheet.who.other", day);
        }
        yield typist.isEmpty()
            ? t("sheet.who.guardian", giver, day)
            : t(
                "sheet.who.typed",
                giver,
                typist,
                source.receivedOn().map(on -> SheetWords.day(tx, on)).orElse(day));
      }
      case "PERSON" -> t("sheet.who.person", typist, day);
      default -> t("sheet.who.staff", typist, day);
    };
  }

  private Optional<String> staff(UUID id) {
    return concealed
        ? Optional.of(Place.somebody())
        : staff.computeIfAbsent(id, it -> PersonSql.staff(tx, it));
  }

  private Optional<String> guardian(UUID id) {
    return guardians.computeIfAbsent(id, it -> PersonSql.guardian(tx, it));
  }
}
