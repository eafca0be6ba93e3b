package jp.tsunagi.record.compartment;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.involvement.KnownPlaces;
import jp.tsunagi.people.staff.Colleagues;
import jp.tsunagi.record.compartment.Compartment.Whom;

/** Who can be named for a child without being looked for: oneself, posts around it, guardians. */
final class NamedChoice {
  private final Map<String, Whom> known = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>();

  /** What the actor may choose from. */
  static NamedChoice of(
      Tx tx, Actor.Staff actor, Identity child, List<Seat> answering, Guardians guardians) {
    NamedChoice choice = new NamedChoice();
    choice.add("me", new Whom.Person(actor.staff()), t("compartment.me", actor.name()));
    Set<OrganisationId> places = new LinkedHashSet<>();
    answering.forEach(seat -> places.add(seat.organisation()));
    places.addAll(KnownPlaces.of(tx, child.id()));
    for (Colleagues.Held held : Colleagues.posts(tx, places)) {
      choice.add(
          "post." + held.post(),
          new Whom.Post(held.post()),
          t("compartment.post", held.place(), t("staff.post." + held.kind()), held.holders()));
    }
    for (Guardians.Related one : guardians.seen(tx, actor, child)) {
      if (!one.decides(tx.today())) {
        // who must not decide, or not any more, is nobody whom one would tell by a tick
        continue;
      }
      choice.add(
          "guardian." + one.person().id(),
          new Whom.Parent(one.person().id()),
          t(
              "compartment.guardian",
              one.person().name(),
              t("child.relation." + one.is().relation())));
    }
    return choice;
  }

  private void add(String key, Whom whom, String said) {
    known.put(key, whom);
    words.put(key, said);
  }

  Optional<Whom> of(String key) {
    return Optional.ofNullable(known.get(key));
  }

  List<Option> options(List<String> chosen) {
    List<Option> options = new ArrayList<>();
    words.forEach((key, said) -> options.add(new Option(key, said, chosen.contains(key))));
    return options;
  }
}
