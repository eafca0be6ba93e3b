package jp.tsunagi.people.child;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.people.child.MatchSql.Candidate;
import jp.tsunagi.people.child.Registration.Newcomer;

/** Children on record, by the keys through which somebody who is looked for can be one of them. */
record Candidates(Map<String, List<Candidate>> byKey) {

  static Candidates of(List<Candidate> all) {
    Map<String, List<Candidate>> byKey = new HashMap<>();
    for (Candidate one : all) {
      one.keys().forEach(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(one));
      byKey.computeIfAbsent(SearchKeys.birth(one.birth()), _ -> new ArrayList<>()).add(one);
    }
    return new Candidates(byKey);
  }

  /** Newcomer may be the one, and how probably. */
  Map<ChildId, MatchRule.Strength> strengths(Newcomer who) {
    Set<Candidate> near = new LinkedHashSet<>();
    near.addAll(byKey.getOrDefault(SearchKeys.sameReading(who.name()), List.of()));
    near.addAll(byKey.getOrDefault(SearchKeys.birth(who.birth()), List.of()));
    Map<ChildId, MatchRule.Strength> strengths = new LinkedHashMap<>();
    for (Candidate one : near) {
      MatchRule.strength(who.name(), who.birth(), one.keys(), one.birth())
          .ifPresent(strength -> strengths.put(one.child(), strength));
    }
    return strengths;
  }
}
