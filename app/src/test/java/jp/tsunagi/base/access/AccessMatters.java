package jp.tsunagi.base.access;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which kinds of facts decided anything in the towns that were compared: without one of them
 * somebody would have read something else. What decided nothing was not tested.
 */
final class AccessMatters {
  private static final Map<String, Consumer<AccessFacts>> KINDS = kinds();

  private final Set<String> seen = new TreeSet<>();

  private static Map<String, Consumer<AccessFacts>> kinds() {
    Map<String, Consumer<AccessFacts>> kinds = new LinkedHashMap<>();
    kinds.put("hidden addresses", facts -> facts.compartments.removeIf(one -> one.address()));
    kinds.put("records for a few", facts -> facts.compartments.removeIf(one -> !one.address()));
    kinds.put("being named", AccessMatters::unnamed);
    kinds.put("emergencies", facts -> facts.urgent.clear());
    kinds.put("grounds in law", facts -> facts.lawful.clear());
    kinds.put("objections", facts -> facts.objected.clear());
    kinds.put("approvals", facts -> facts.approving.clear());
    kinds.put("blocks", facts -> facts.blocked.clear());
    kinds.put("earlier versions", AccessMatters::forgetful);
    kinds.put("givers", AccessMatters::ofAll);
    return kinds;
  }

  /** Looks at one day of a town, for what was not seen before. */
  void look(AccessTown town, LocalDate today) {
    KINDS.forEach((kind, left) -> {
      if (!seen.contains(kind)) {
        AccessFacts less = town.facts.without(left);
        boolean matters =
            town.workers.values().stream()
                .anyMatch(who ->
                    town.facts.things.stream()
                        .anyMatch(thing ->
                            town.facts.reads(who, thing, today) != less.reads(who, thing, today)));
        if (matters) {
          seen.add(kind);
        }
      }
    });
  }

  /** What decided nothing yet. */
  Set<String> missing() {
    Set<String> missing = new TreeSet<>(KINDS.keySet());
    missing.removeAll(seen);
    return missing;
  }

  private static void unnamed(AccessFacts facts) {
    facts.compartments.replaceAll(
        one -> new AccessFacts.Compartment(one.child(), one.address(), Set.of(), one.items()));
  }

  private static void forgetful(AccessFacts facts) {
    agreed(facts, one -> one.from(), _ -> false);
  }

  private static void ofAll(AccessFacts facts) {
    agreed(facts, _ -> Optional.empty(), one -> one.history());
  }

  /** The same consents, but for their givers and whether they open earlier versions. */
  private static void agreed(
      AccessFacts facts,
      Function<AccessFacts.Agreed, Optional<Set<UUID>>> from,
      Predicate<AccessFacts.Agreed> history) {
    facts.agreed.replaceAll(one ->
        new AccessFacts.Agreed(
            one.child(),
            one.giver(),
            from.apply(one),
            one.to(),
            one.scope(),
            history.test(one),
            one.withdrawn(),
            one.period()));
  }
}
