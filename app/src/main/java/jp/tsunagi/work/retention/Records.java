package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.INVOLVEMENT_END;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that is kept for a time of its own, with what its retention is reckoned from. */
@Component
final class Records {
  private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

  private final List<KeptRecords> all;

  Records(List<KeptRecords> all) {
    this.all = all;
  }

  static <T> T alone(Tx tx, Supplier<T> work) {
    return tx.as(new Actor.Job(tx.tenant(), "retention"), work);
  }

  /** Those to which the kind belongs. */
  KeptRecords of(RetentionKind kind) {
    return all.stream()
        .filter(one -> one.kinds().contains(kind))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What is wanted, of every kind. */
  List<Kept> of(Tx tx, Wanted wanted) {
    return alone(
        tx,
        () -> reckoned(tx, all.stream().flatMap(one -> one.past(tx, wanted).stream()).toList()));
  }

  /** What of these is at rest now, by its id. */
  Map<UUID, Kept> atRest(Tx tx, RetentionKind kind, Collection<UUID> ids) {
    return alone(tx, () -> reckoned(tx, of(kind).past(tx, Wanted.of(ids)))).stream()
        .filter(one -> one.kind() == kind)
        .collect(Collectors.toMap(Kept::id, one -> one));
  }

  /** This one, at rest or not. */
  Optional<Kept> find(Tx tx, RetentionKind kind, UUID id) {
    return alone(tx, () -> reckoned(tx, of(kind).past(tx, Wanted.any(id)))).stream().findFirst();
  }

  private static List<Kept> reckoned(Tx tx, List<KeptRecords.Past> past) {
    Ends ends = ends(tx, past.stream().map(KeptRecords.Past::child).collect(Collectors.toSet()));
    List<Kept> kept = new ArrayList<>();
    for (KeptRecords.Past one : past) {
      LocalDate usual = new FiscalYear(one.year()).next().start();
      Optional<LocalDate> ended = ends.of(one.child(), null, usual, tx.today());
      kept.add(
          new Kept(
              one.kind(),
              one.id(),
              one.child(),
              one.organisation(),
              one.begun(),
              new RetentionRule.Facts(
                  one.year(),
                  one.birth(),
                  ends.of(one.child(), one.organisation().orElse(null), usual, tx.today()),
                  ended,
                  one.kind().holds(),
                  one.lapsed().or(() -> one.idle() ? ended : Optional.empty()))));
    }
    return kept;
  }

  private record Ends(Map<ChildId, Map<OrganisationId, LocalDate>> byChild) {
    /** The first day without any; empty while one runs. Nobody ever: long over. */
    Optional<LocalDate> of(
        ChildId child, @Nullable OrganisationId place, LocalDate usual, LocalDate today) {
      LocalDate last =
          byChild.getOrDefault(child, Map.of()).entrySet().stream()
              .filter(one -> place == null || one.getKey().equals(place))
              .map(Map.Entry::getValue)
              .max(LocalDate::compareTo)
              .orElse(usual);
      return last.isAfter(today) ? Optional.empty() : Optional.of(last);
    }
  }

  /**
   * The first day without, of each place: the end that was written, or the day on which it was
   * written if that is later. An end that is set back long afterwards makes nothing go at once.
   */
  private static Ends ends(Tx tx, Set<ChildId> children) {
    Map<ChildId, Map<OrganisationId, LocalDate>> byChild = new HashMap<>();
    tx.sql()
        .select(
            INVOLVEMENT.CHILD_ID,
            INVOLVEMENT.ORGANISATION_ID,
            INVOLVEMENT.VALID_TO,
            INVOLVEMENT_END.RECORDED_AT)
        .from(INVOLVEMENT)
        .leftJoin(INVOLVEMENT_END)
        .on(INVOLVEMENT_END.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT_END.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.eq(DSL.any(children.toArray(ChildId[]::new))))
        .fetch()
        .forEach(row ->
            byChild
                .computeIfAbsent(row.value1(), _ -> new HashMap<>())
                .merge(row.value2(), end(row.value3(), row.value4()), Records::later));
    return new Ends(byChild);
  }

  private static LocalDate end(@Nullable LocalDate to, @Nullable OffsetDateTime recorded) {
    if (to == null) {
      return OPEN;
    }
    return recorded == null ? to : later(to, Days.of(recorded));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
