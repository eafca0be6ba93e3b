package jp.tsunagi.run.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.people.child.Registration;
import jp.tsunagi.people.child.Registration.Likeness;
import jp.tsunagi.people.child.Registration.Newcomer;
import jp.tsunagi.run.ledger.RowRule.Outcome;
import jp.tsunagi.run.ledger.Sheet.Line;
import org.springframework.stereotype.Component;

/** Looks at every row of a ledger and changes nothing. */
@Component
final class LedgerCheck {
  private final Registration registration;

  LedgerCheck(Registration registration) {
    this.registration = registration;
  }

  Checked check(Tx tx, Sheet sheet) {
    List<Outcome> outcomes = judged(sheet, tx.today());
    Likeness likeness = registration.likeness(tx, newcomers(outcomes));
    List<Taken> sound = new ArrayList<>();
    List<Taken> asked = new ArrayList<>();
    List<Taken> near = new ArrayList<>();
    List<Outcome.Bad> bad = new ArrayList<>();
    for (int at = 0; at < outcomes.size(); at++) {
      switch (outcomes.get(at)) {
        case Outcome.Bad refused -> bad.add(refused);
        case Outcome.Understood(var taken) when likeness.same().contains(newcomer(taken)) ->
            bad.add(new Outcome.Bad(sheet.rows().get(at), List.of(new Fault.OnRecord())));
        case Outcome.Understood(var taken) -> {
          (taken.consent().isEmpty() ? asked : sound).add(taken);
          if (likeness.near().contains(newcomer(taken))) {
            near.add(taken);
          }
        }
      }
    }
    return new Checked(sound, asked, near, bad, sheet.rows().size());
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
}
