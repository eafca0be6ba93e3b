package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.people.staff.Posts;
import org.springframework.stereotype.Component;

/**
 * 見える範囲の予告 in words: these posts at these places will read these sections from then until then; and
 * who loses what when a consent is taken back.
 */
@Component
public final class Readers {
  private final Organisations organisations;
  private final Posts posts;
  private final HandedOut papers;
  private final Identities children;

  Readers(Organisations organisations, Posts posts, HandedOut papers, Identities children) {
    this.organisations = organisations;
    this.posts = posts;
    this.papers = papers;
    this.children = children;
  }

  /**
   * One line of the preview.
   *
   * @param posts in one line; empty where nobody has a screen yet (paper)
   * @param except sections of whole categories that the family objected to
   * @param waits the place does not deal with the child yet; it opens when it does
   */
  public record Line(
      OrganisationId organisation,
      String place,
      String posts,
      List<ScopeLine> scope,
      List<ScopeLine> except,
      String period,
      boolean waits,
      boolean onPaper) {
    /** What is read, one line per form or category. */
    public List<String> what() {
      return Stream.concat(SectionWords.of(scope).stream(), without().stream()).toList();
    }

    /** What the family objected to, in one line. */
    public Optional<String> without() {
      return except.isEmpty()
          ? Optional.empty()
          : Optional.of(t("ground.words.except", SectionWords.line(except)));
    }
  }

  /** What a request would open if it were signed on that day. */
  public List<Line> opened(Tx tx, ConsentRequest request, LocalDate on) {
    if (!request.canBeGiven(on)) {
      return List.of();
    }
    var given =
        request.asIfGiven(request.id().value(), on, children.get(tx, request.child()).birthDate());
    return lines(tx, request.child(), Opening.opened(facts(tx, request.child()), given));
  }

  /** What nobody may read any more when this consent is taken back today. */
  public List<Line> lost(Tx tx, Consent consent) {
    return lines(
        tx,
        consent.child(),
        Opening.lost(facts(tx, consent.child()), consent.id().value(), tx.today()));
  }

  /** What an objection takes away from whom, from today on. */
  public List<Line> lostBy(Tx tx, ChildId child, Objection.Wish wish) {
    return lines(tx, child, Opening.lostBy(facts(tx, child), wish.from(tx.today())));
  }

  /**
   * What was handed out on paper or as a file by this consent, and stays with whoever has it, in
   * one line each: number, day, receiver (A3).
   */
  public List<String> handedOut(Tx tx, Consent consent) {
    return papers.by(tx, consent).stream()
        .map(one ->
            t(
                one.file() ? "ground.handed.file" : "ground.handed.paper",
                ConsentWords.day(one.on()),
                one.receiver(),
                one.number()))
        .toList();
  }

  private static GrantRule.Facts facts(Tx tx, ChildId child) {
    return tx.as(new Actor.Job(tx.tenant(), "preview"), () -> GrantSql.facts(tx, child));
  }

  private List<Line> lines(Tx tx, ChildId child, List<Opening.Line> openings) {
    Set<OrganisationId> places =
        openings.stream().map(Opening.Line::organisation).collect(Collectors.toSet());
    Map<OrganisationId, Organisation> known =
        organisations.beside(tx, child).stream()
            .collect(Collectors.toMap(Organisation::id, organisation -> organisation));
    var reading = posts.reading(tx, places);
    Place called = Place.beside(tx, child);
    List<Line> lines = new ArrayList<>();
    for (Opening.Line line : openings) {
      Organisation place = known.get(line.organisation());
      if (place != null) {
        boolean named = !called.conceals(place.id());
        lines.add(
            line(line, place, named ? reading.getOrDefault(place.id(), List.of()) : List.of()));
      }
    }
    return lines;
  }

  private static Line line(Opening.Line line, Organisation place, List<Posts.Reading> posts) {
    boolean reads = place.connection().reads();
    return new Line(
        place.id(),
        place.name(),
        reads ? posts(line, posts) : "",
        line.scope(),
        line.except(),
        period(line.period()),
        line.waits(),
        !reads);
  }

  /** The posts whose ceiling meets the scope at all. */
  private static String posts(Opening.Line line, List<Posts.Reading> posts) {
    Set<Category> categories =
        line.scope().stream().map(ScopeLine::category).collect(Collectors.toSet());
    return posts.stream()
        .filter(post -> post.ceiling().stream().anyMatch(categories::contains))
        .map(post -> t("staff.post." + post.kind()))
        .distinct()
        .collect(Collectors.joining(t("ground.words.comma")));
  }

  /** 令和8年4月1日から令和11年3月31日まで, or until it is taken back. */
  public static String period(Period period) {
    String from = DateWords.plain(period.from()).in(language());
    return period
        .lastDay()
        .map(last -> t("ground.period.closed", from, DateWords.plain(last).in(language())))
        .orElseGet(() -> t("ground.period.open", from));
  }
}
