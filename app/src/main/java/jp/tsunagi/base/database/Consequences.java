package jp.tsunagi.base.database;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which children's facts have changed while several changes are made together. */
final class Consequences {
  private final Tx tx;
  private final Map<Consequence, Set<ChildId>> pending = new LinkedHashMap<>();
  private boolean together;

  Consequences(Tx tx) {
    this.tx = tx;
  }

  void of(Consequence consequence, ChildId child) {
    if (together) {
      pending.computeIfAbsent(consequence, _ -> new LinkedHashSet<>()).add(child);
    } else {
      consequence.workOut(tx, Set.of(child));
    }
  }

  /** The work, then what follows from all of it; inside another one the outer one's end counts. */
  void together(Runnable work) {
    if (together) {
      work.run();
      return;
    }
    together = true;
    try {
      work.run();
    } finally {
      // after a failure the transaction is rolled back: nothing follows any more
      together = false;
    }
    Map<Consequence, Set<ChildId>> all = new LinkedHashMap<>(pending);
    pending.clear();
    all.forEach((consequence, children) -> consequence.workOut(tx, children));
  }
}
