package jp.tsunagi.run.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.people.child.Registration;
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
    List<Taken> sound = new ArrayList<>();
    List<Taken> asked = new ArrayList<>();
    List<Outcome.Bad> bad = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Line line : sheet.rows()) {
      switch (judged(tx, line, seen)) {
        case Outcome.Bad refused -> bad.add(refused);
        case Outcome.Understood(var taken) when taken.consent().isEmpty() -> asked.add(taken);
        case Outcome.Understood(var taken) -> sound.add(taken);
      }
    }
    return new Checked(sound, asked, bad, sheet.rows().size());
  }

  private Outcome judged(Tx tx, Line line, Map<String, Integer> seen) {
    Outcome read = RowRule.read(line, tx.today());
    if (!(read instanceof Outcome.Understood(var taken))) {
      return read;
    }
    String who = SearchKeys.sameReading(taken.name()) + SearchKeys.birth(taken.birth());
    Integer before = seen.putIfAbsent(who, line.number());
    if (before != null) {
      return new Outcome.Bad(line, List.of(new Fault.Twice(before)));
    }
    return registration.same(tx, taken.name(), taken.birth()).isEmpty()
        ? read
        : new Outcome.Bad(line, List.of(new Fault.OnRecord()));
  }
}
