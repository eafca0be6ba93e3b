package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Registration.Like;
import jp.tsunagi.people.child.Registration.Newcomer;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Place;
import org.springframework.stereotype.Component;

/**
 * Search before create (ACCESS: finding children). A hub's intake post matches against every child
 * of the municipality, as often as the daily budget allows, and learns who it is and whom to ask.
 * Everybody else matches within reach; what lies beyond goes to the hubs' list without a word.
 */
@Component
final class Matching {
  /** Setting match.daily, unless the municipality says otherwise. */
  static final int DAILY = 30;

  /** How many are looked up in one go. */
  private static final int AT_ONCE = 500;

  private final Organisations organisations;
  private final Barred barred;
  private final Trace trace;

  Matching(Organisations organisations, Barred barred, Trace trace) {
    this.organisations = organisations;
    this.barred = barred;
    this.trace = trace;
  }

  /**
   * A child that may be the one.
   *
   * @param ask whom to ask about it
   * @param within whether the actor reaches it anyway
   */
  record Match(Identity identity, MatchRule.Strength strength, String ask, boolean within) {}

  /** What came of matching. */
  sealed interface Answer {
    /** These, the likeliest first; none: nobody fits. */
    record Found(List<Match> matches) implements Answer {
      public Found {
        matches = List.copyOf(matches);
      }
    }

    /** Today's budget is spent. */
    record Spent(int budget) implements Answer {}
  }

  /** Matches and leaves a row with everybody shown. */
  Answer match(Tx tx, Actor.Staff actor, PersonName name, LocalDate birth, String purpose) {
    boolean hub = actor.may(Right.INTAKE);
    int budget = MatchSql.budget(tx, DAILY);
    if (hub && tx.besides(() -> MatchSql.count(tx, actor.staff())) > budget) {
      return new Answer.Spent(budget);
    }
    Set<ChildId> within = strengths(tx, name, birth).keySet();
    Set<ChildId> hidden = barred.from(tx, actor);
    Set<ChildId> concealed = Compartments.concealed(tx);
    List<Match> matches =
        (hub
                ? tx.as(job(tx), () -> matches(tx, name, birth, within, concealed))
                : matches(tx, name, birth, within, concealed))
            .stream().filter(match -> !hidden.contains(match.identity().id())).toList();
    Entry entry =
        Entry.of(Action.MATCH)
            .children(matches.stream().map(match -> match.identity().id()).toList())
            .ground(hub ? "INTAKE" : "REACH")
            .purpose(purpose);
    trace.write(tx, actor.with(Right.INTAKE).stream().findFirst().map(entry::seat).orElse(entry));
    return new Answer.Found(matches);
  }

  /** Somebody looked at the matches and says that none is the child. */
  void nobodyFits(Tx tx, String purpose) {
    trace.write(tx, Entry.of(Action.MATCH).ground("NOBODY_FITS").purpose(purpose));
  }

  /** Who of these is, or may be, on record anywhere in the municipality. */
  Map<Newcomer, List<Like>> likeness(Tx tx, List<Newcomer> all) {
    Map<Newcomer, List<Like>> likes = new HashMap<>();
    tx.as(
        job(tx),
        () -> {
          for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            Candidates candidates = Candidates.of(MatchSql.candidates(tx, some));
            for (Newcomer one : some) {
              List<Like> found =
                  candidates.strengths(one).entrySet().stream()
                      .map(is -> new Like(is.getKey(), is.getValue() == MatchRule.Strength.SAME))
                      .toList();
              if (!found.isEmpty()) {
                likes.put(one, found);
              }
            }
          }
          return true;
        });
    return likes;
  }

  /**
   * Children were put on record, in this order: whoever may be the same as one of them, or as one
   * before it, goes to the hubs' list.
   */
  void note(Tx tx, List<NewChild> added) {
    tx.as(
        job(tx),
        () -> {
          Map<ChildId, Newcomer> later = new LinkedHashMap<>();
          added.forEach(
              child -> later.put(child.id(), new Newcomer(child.name(), child.birthDate())));
          Candidates candidates = Candidates.of(MatchSql.candidates(tx, later.values()));
          for (NewChild child : added) {
            Newcomer who = java.util.Objects.requireNonNull(later.get(child.id()));
            candidates
                .strengths(who)
                .forEach((other, strength) -> {
                  if (!later.containsKey(other)) {
                    MatchSql.note(tx, child.id(), other, strength);
                  }
                });
            later.remove(child.id());
          }
          return true;
        });
  }

  private List<Match> matches(
      Tx tx, PersonName name, LocalDate birth, Collection<ChildId> within, Set<ChildId> concealed) {
    Map<ChildId, MatchRule.Strength> strengths = strengths(tx, name, birth);
    List<Match> matches = new ArrayList<>();
    IdentitySql.of(tx, strengths.keySet())
        .forEach((child, identity) ->
            matches.add(
                new Match(
                    identity,
                    java.util.Objects.requireNonNull(strengths.get(child)),
                    ask(tx, identity, concealed),
                    within.contains(child))));
    matches.sort(java.util.Comparator.comparing(Match::strength));
    return matches;
  }

  /**
   * The organisation that knows the child; of a shared one the hubs, and nobody by name of one
   * whose whereabouts are hidden from whoever asks.
   */
  String ask(Tx tx, Identity identity, Set<ChildId> concealed) {
    if (identity.standing() != Standing.SHARED && concealed.contains(identity.id())) {
      return Place.unnamed();
    }
    List<Organisation> asked =
        identity.standing() == Standing.SHARED
            ? organisations.hubs(tx)
            : identity.owner().flatMap(owner -> organisations.find(tx, owner)).stream().toList();
    return asked.stream().map(Matching::contact).collect(Collectors.joining(t("child.search.and")));
  }

  private static String contact(Organisation organisation) {
    return organisation.name() + organisation.phone().map(phone -> "\u3000" + phone).orElse("");
  }

  private static Map<ChildId, MatchRule.Strength> strengths(
      Tx tx, PersonName name, LocalDate birth) {
    Newcomer who = new Newcomer(name, birth);
    return Candidates.of(MatchSql.candidates(tx, List.of(who))).strengths(who);
  }

  private static Actor.Job job(Tx tx) {
    return new Actor.Job(tx.tenant(), "match");
  }
}
