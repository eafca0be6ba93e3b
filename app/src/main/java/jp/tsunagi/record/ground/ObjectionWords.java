package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Place;
import org.springframework.stereotype.Component;

/** Says objections in words, and which places can be named in one. */
@Component
public final class ObjectionWords {
  private final Organisations organisations;
  private final ConsentWords words;

  ObjectionWords(Organisations organisations, ConsentWords words) {
    this.organisations = organisations;
    this.words = words;
  }

  /**
   * One objection as it is shown.
   *
   * @param against who must not read it
   * @param said by whom, when and how
   * @param holds whether it holds today
   */
  public record Line(
      String id,
      StatusView status,
      List<String> scope,
      String against,
      String note,
      String said,
      boolean holds) {}

  /** The objections in words. */
  public List<Line> lines(Tx tx, ChildId child, List<Objection> objections) {
    ConsentWords.Names names = words.names(tx, child);
    Actor reader = Actor.of(tx);
    return objections.stream().map(one -> line(one, names, tx.today(), reader)).toList();
  }

  /** The words of one guardian are not another's to read. */
  private static boolean reads(Actor reader, Objection one) {
    return !(reader instanceof Actor.Guardian guardian) || guardian.guardian().equals(one.giver());
  }

  private static Line line(Objection one, ConsentWords.Names names, LocalDate today, Actor reader) {
    boolean holds = one.holds(today);
    return new Line(
        one.id().toString(),
        new StatusView(
            holds ? Icon.FINAL : Icon.ENDED,
            t(holds ? "ground.objection.holds" : "ground.objection.lifted"),
            one.lifted().map(ConsentWords::day).orElse(""),
            false),
        SectionWords.of(one.wish().scope()),
        one.wish().against().map(names::places).orElseGet(() -> t("ground.objection.nobody")),
        one.wish().note().filter(_ -> reads(reader, one)).orElse(""),
        t(
            "ground.objection.said",
            ConsentWords.day(one.askedOn()),
            names.guardian(one.giver()),
            t("ground.means." + one.means())),
        holds);
  }

  /** Places that a consent of the child names as receivers, as far as they have a name here. */
  public List<Organisation> places(Tx tx, ChildId child) {
    Set<OrganisationId> receivers =
        tx.as(
            new Actor.Job(tx.tenant(), "objection"),
            () ->
                GrantSql.facts(tx, child).consents().stream()
                    .flatMap(given -> given.receiving().stream())
                    .collect(Collectors.toSet()));
    Place called = Place.beside(tx, child);
    Stream<Organisation> known =
        organisations.all(tx).stream()
            .filter(place -> receivers.contains(place.id()) && !called.conceals(place.id()));
    return known.sorted(Comparator.comparing(Organisation::kana)).toList();
  }
}
