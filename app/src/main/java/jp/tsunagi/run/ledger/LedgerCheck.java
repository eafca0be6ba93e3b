package jp.tsunagi.run.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.child.Registration;
import jp.tsunagi.people.child.Registration.Like;
import jp.tsunagi.people.child.Registration.Newcomer;
import jp.tsunagi.run.ledger.RowRule.Outcome;
import jp.tsunagi.run.ledger.Sheet.Line;
import org.springframework.stereotype.Component;

/**
 * Looks at every row of a ledger and takes nothing in. Comparing with everybody on record is
 * matching: the children it hit leave their rows. Who is named is decided by the reader's reach;
 * what lies beyond stays outside without a name, or goes to the list of doubles once it is in.
 */
@Component
final class LedgerCheck {
  private final Registration registration;
  private final Identities children;
  private final Trace trace;

  LedgerCheck(Registration registration, Identities children, Trace trace) {
    this.registration = registration;
    this.children = children;
    this.trace = trace;
  }

  Checked check(Tx tx, Seat seat, Sheet sheet) {
    List<Outcome> outcomes = judged(sheet, tx.today());
    Map<Newcomer, List<Like>> likes = registration.likeness(tx, newcomers(outcomes));
    Set<ChildId> hit =
        likes.values().stream()
            .flatMap(List::stream)
            .map(Like::child)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    trace.write(
        tx, Entry.of(Action.MATCH).children(hit).seat(seat).ground("INTAKE").purpose("LEDGER"));
    Map<ChildId, Identity> known =
        children.find(tx, hit).stream().collect(Collectors.toMap(Identity::id, one -> one));
    return new Sorting(sheet, likes, known, declined(tx, seat)).of(outcomes);
  }

  private static Set<Named> declined(Tx tx, Seat seat) {
    return FamilySql.of(tx, List.of(seat.organisation())).stream()
        .filter(family -> family.state() == Family.State.DECLINED)
        .map(family -> new Named(family.child(), family.birth()))
        .collect(Collectors.toSet());
  }

  /** Each row by itself, and against those before it. */
  private static List<Outcome> judged(Sheet sheet, LocalDate today) {
    Map<String, Integer> seen = new HashMap<>();
    return sheet.rows().stream().map(line -> judged(line, today, seen)).toList();
  }

  private static Outcome judged(Line line, LocalDate today, Map<String, Integer> seen) {
    Outcome read = RowRule.read(line, today);
    if (!(read instanceof Outcome.Understood(var taken))) {
      return read;
    }
    String who = SearchKeys.sameReading(taken.name()) + SearchKeys.birth(taken.birth());
    Integer before = seen.putIfAbsent(who, line.number());
    return before == null ? read : new Outcome.Bad(line, List.of(new Fault.Twice(before)));
  }

  private static List<Newcomer> newcomers(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Understood.class::isInstance)
        .map(understood -> newcomer(((Outcome.Understood) understood).taken()))
        .toList();
  }

  private static Newcomer newcomer(Taken taken) {
    return new Newcomer(taken.name(), taken.birth());
  }

  private record Named(String child, LocalDate birth) {
    static Named of(Taken row) {
      return new Named(row.name().written(), row.birth());
    }
  }

  /** Puts each row where it belongs. */
  private record Sorting(
      Sheet sheet,
      Map<Newcomer, List<Like>> likes,
      Map<ChildId, Identity> known,
      Set<Named> declinedBefore) {
    Checked of(List<Outcome> outcomes) {
      List<Taken> sound = new ArrayList<>();
      List<Taken> asked = new ArrayList<>();
      List<Taken> declined = new ArrayList<>();
      List<Checked.Near> near = new ArrayList<>();
      List<Outcome.Bad> bad = new ArrayList<>();
      for (int at = 0; at < outcomes.size(); at++) {
        Line line = sheet.rows().get(at);
        switch (outcomes.get(at)) {
          case Outcome.Bad refused -> bad.add(refused);
          case Outcome.Understood(var taken) when onRecord(taken).isPresent() ->
              bad.add(new Outcome.Bad(line, List.of(onRecord(taken).get())));
          case Outcome.Understood(var taken) when taken.consent().isPresent() -> {
            sound.add(taken);
            near(taken).forEach(near::add);
          }
          case Outcome.Understood(var taken) when declinedBefore.contains(Named.of(taken)) ->
              declined.add(taken);
          case Outcome.Understood(var taken) -> {
            asked.add(taken);
            near(taken).forEach(near::add);
          }
        }
      }
      return new Checked(sound, asked, declined, near, bad, sheet);
    }

    private List<Like> likes(Taken taken) {
      return likes.getOrDefault(newcomer(taken), List.of());
    }

    private Optional<Fault> onRecord(Taken taken) {
      List<Like> same = likes(taken).stream().filter(Like::same).toList();
      return same.isEmpty()
          ? Optional.empty()
          : same.stream()
              .map(like -> known.get(like.child()))
              .filter(java.util.Objects::nonNull)
              .findFirst()
              .<Fault>map(child -> new Fault.OnRecord(child.id()))
              .or(() -> Optional.of(new Fault.Elsewhere()));
    }

    private Stream<Checked.Near> near(Taken taken) {
      return likes(taken).stream()
          .flatMap(like -> Optional.ofNullable(known.get(like.child())).stream())
          .map(child -> new Checked.Near(taken, child));
    }
  }
}
