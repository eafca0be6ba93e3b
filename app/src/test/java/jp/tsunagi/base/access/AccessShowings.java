package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.SHOWING;
import static jp.tsunagi.schema.Tables.SHOWING_SCOPE;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.ScopeLine;

/**
 * What the person shows to a guardian, of any period, also from before the 18th birthday on; the
 * screens only give from today on, and from the birthday.
 */
record AccessShowings(Random random, AccessDice dice, AccessFacts facts) {

  void around(Tx tx, AccessFacts.Decides reader, LocalDate ofAge, List<SheetId> sheets) {
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      Optional<List<ScopeLine>> scope =
          random.nextInt(3) == 0 ? Optional.empty() : Optional.of(dice.scope(sheets));
      LocalDate from = random.nextBoolean() ? ofAge.minusDays(random.nextInt(60)) : dice.day();
      var showing =
          new AccessFacts.Showed(
              reader.child(),
              reader.guardian(),
              scope.map(AccessDice::words),
              random.nextInt(4) == 0,
              new jp.tsunagi.base.calendar.Period(from, from.plusDays(1 + random.nextInt(700))));
      put(tx, showing, scope.orElse(List.of()));
      facts.showed.add(showing);
    }
  }

  private static void put(Tx tx, AccessFacts.Showed one, List<ScopeLine> scope) {
    UUID id = UUID.randomUUID();
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    tx.sql()
        .insertInto(SHOWING)
        .set(SHOWING.TENANT_ID, tx.tenant())
        .set(SHOWING.SHOWING_ID, id)
        .set(SHOWING.CHILD_ID, one.child())
        .set(SHOWING.GIVER_ID, UUID.randomUUID())
        .set(SHOWING.READER_ID, one.to().value())
        .set(SHOWING.MEANS, "PAPER")
        .set(SHOWING.GIVEN_ON, one.period().from())
        .set(SHOWING.WHOLE, one.scope().isEmpty())
        .set(SHOWING.VALID_FROM, one.period().from())
        .set(SHOWING.VALID_TO, one.period().to())
        .set(SHOWING.RECORDED_BY, id)
        .set(SHOWING.RECORDED_AT, now)
        .set(SHOWING.ENDED_MEANS, one.ended() ? "PAPER" : null)
        .set(SHOWING.ENDED_BY, one.ended() ? id : null)
        .set(SHOWING.ENDED_AT, one.ended() ? now : null)
        .execute();
    IntStream.range(0, scope.size()).forEach(at -> line(tx, id, at, scope.get(at)));
  }

  private static void line(Tx tx, UUID id, int at, ScopeLine line) {
    tx.sql()
        .insertInto(SHOWING_SCOPE)
        .set(SHOWING_SCOPE.TENANT_ID, tx.tenant())
        .set(SHOWING_SCOPE.SHOWING_ID, id)
        .set(SHOWING_SCOPE.LINE, at)
        .set(SHOWING_SCOPE.CATEGORY, line.category().name())
        .set(SHOWING_SCOPE.SECTION, line.section().orElse(null))
        .set(SHOWING_SCOPE.SHEET_ID, line.sheet().map(ScopeLine.OfSheet::id).orElse(null))
        .set(SHOWING_SCOPE.SHEET_YEAR, line.sheet().map(ScopeLine.OfSheet::year).orElse(null))
        .execute();
  }

  /** Days around each 18th birthday on which it matters whether the person shows anything. */
  static List<LocalDate> birthdays(AccessFacts facts) {
    return facts.showed.stream()
        .filter(one -> !one.ended())
        .flatMap(one ->
            facts.grows.stream()
                .filter(grown -> grown.child().equals(one.child()))
                .filter(grown -> one.period().contains(grown.ofAge()))
                .map(AccessFacts.Grows::ofAge))
        .distinct()
        .limit(6)
        .flatMap(day -> java.util.stream.Stream.of(day.minusDays(1), day))
        .collect(Collectors.toList());
  }
}
