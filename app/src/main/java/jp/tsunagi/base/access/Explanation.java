package jp.tsunagi.base.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Reaches.Kind;
import jp.tsunagi.base.access.Reaches.Stretch;
import jp.tsunagi.base.database.SheetId;

/**
 * なぜ見えるか (F2): which branch of the rule opens one piece of the record to a staff member, from which
 * seat, until when. Pure, and the same rule as {@link Readable}: an item is readable exactly when
 * there is an explanation of it.
 */
public sealed interface Explanation {
  /** The post from which it is read. */
  Seat seat();

  /** The first day it no longer holds, as things stand today; far away when no end is known. */
  LocalDate until();

  /** The word of the rule, for the trace. */
  String ground();

  /**
   * Branch 1: a record of the reader's own organisation.
   *
   * @param draft it is being written, or in approval, and by the reader, be it in a guardian's
   *     words
   * @param running the involvement runs; otherwise only own records are still read
   */
  record Own(Seat seat, boolean draft, boolean running, LocalDate until) implements Explanation {
    @Override
    public String ground() {
      return "OWN";
    }
  }

  /**
   * Branch 2: a consent whose receiver is the reader's organisation.
   *
   * @param part it opens parts of one sheet alone
   */
  record Consented(Seat seat, Grant.GroundKind kind, UUID consent, boolean part, LocalDate until)
      implements Explanation {
    @Override
    public String ground() {
      return kind.name();
    }
  }

  /** Branch 3: a ground in law, without consent, that names the reader's organisation. */
  record Lawful(Seat seat, UUID id, LocalDate until) implements Explanation {
    @Override
    public String ground() {
      return Grant.GroundKind.LAW.name();
    }
  }

  /** Branch 4: the reader opened the record in an emergency; it ends within the hour. */
  record Emergency(Seat seat, LocalDate until) implements Explanation {
    @Override
    public String ground() {
      return "EMERGENCY";
    }
  }

  /**
   * What a reader has to do with an item that is not in force yet.
   *
   * @param writes whether it is a draft or in approval, and the reader one of its writers
   * @param approvers the posts of its author's that decide about it just now
   */
  record Hand(boolean writes, Set<String> approvers) {
    /** Nothing. */
    public static final Hand NONE = new Hand(false, Set.of());

    public Hand {
      approvers = Set.copyOf(approvers);
    }
  }

  /**
   * What is asked about: an item, or a fact that is read as a final item of its author would be.
   *
   * @param section form key/section key
   * @param sheet of which it is a part; empty for a fact and for what is no sheet
   * @param hand what the reader has to do with it while it is being written
   * @param shut whether it is in a compartment whose named few the reader is none of
   * @param place whether it is no item but that an organisation deals with the child: of a place
   *     one knows, perhaps not by its name
   */
  record Subject(
      Category category,
      String authorKind,
      UUID author,
      Optional<String> section,
      Optional<SheetId> sheet,
      String state,
      boolean latest,
      Hand hand,
      boolean shut,
      boolean place) {

    /** That an organisation deals with the child, or where it is. */
    public static Subject fact(Category category, UUID organisation) {
      return new Subject(
          category,
          "ORGANISATION",
          organisation,
          Optional.empty(),
          Optional.empty(),
          "FINAL",
          true,
          Hand.NONE,
          false,
          true);
    }

    private boolean whereabouts() {
      return category == Category.LOCATION && !place;
    }
  }

  /**
   * The grants to the reader's organisations and the reader's reach, of the child concerned.
   *
   * @param concealed whether the child's whereabouts are hidden from the reader
   */
  record Facts(List<Grant> grants, List<Stretch> reaches, boolean concealed) {
    public Facts {
      grants = List.copyOf(grants);
      reaches = List.copyOf(reaches);
    }
  }

  /** Every ground there is, own records first; none when the reader may not read it. */
  static List<Explanation> of(
      Actor.Staff staff, Subject subject, Facts facts, LocalDate today, String... sections) {
    if (subject.shut() || (facts.concealed() && subject.whereabouts())) {
      return List.of();
    }
    return Stream.of(
            staff.reading().flatMap(seat -> own(seat, subject, facts, today)),
            staff.reading().flatMap(seat -> consented(seat, subject, facts, today, sections)),
            staff.reading().flatMap(seat -> lawful(seat, subject, facts, today, sections)),
            staff.reading().flatMap(seat -> emergency(seat, subject, facts, today)))
        .flatMap(found -> found)
        .toList();
  }

  private static Stream<Explanation> own(Seat seat, Subject subject, Facts facts, LocalDate today) {
    boolean inside = Readable.SHOWN_INSIDE.contains(subject.state());
    boolean ours =
        subject.authorKind().equals("ORGANISATION")
            && subject.author().equals(seat.organisation().value())
            && (inside
                || subject.hand().writes()
                || subject.hand().approvers().contains(seat.post()));
    boolean takenDown = subject.authorKind().equals("GUARDIAN") && subject.hand().writes();
    if (!seat.ceiling().contains(subject.category()) || !(ours || takenDown)) {
      return Stream.empty();
    }
    return reach(seat, facts, today).stream()
        .filter(held -> held.running() || (ours && held.kind() == Kind.AFTER))
        .limit(1)
        .map(held -> new Own(seat, subject.hand().writes() && !inside, held.running(), held.to()));
  }

  private static Stream<Explanation> consented(
      Seat seat, Subject subject, Facts facts, LocalDate today, String... sections) {
    return opening(seat, Kind.RUNNING, subject, facts, today, sections)
        .filter(open -> open.grant().ground() != Grant.GroundKind.LAW)
        .map(open ->
            new Consented(
                seat,
                open.grant().ground(),
                open.grant().groundId(),
                open.grant().sheet().isPresent(),
                open.until()));
  }

  private static Stream<Explanation> lawful(
      Seat seat, Subject subject, Facts facts, LocalDate today, String... sections) {
    return opening(seat, Kind.LAW, subject, facts, today, sections)
        .filter(open -> open.grant().ground() == Grant.GroundKind.LAW)
        .map(open -> new Lawful(seat, open.grant().groundId(), open.until()));
  }

  private static Stream<Explanation> emergency(
      Seat seat, Subject subject, Facts facts, LocalDate today) {
    return subject.latest()
            && subject.state().equals("FINAL")
            && seat.ceiling().contains(subject.category())
        ? held(seat, Kind.EMERGENCY, facts, today).stream()
            .map(held -> new Emergency(seat, held.to()))
        : Stream.empty();
  }

  /** A grant that opens the subject to the seat, and until when as things stand. */
  record Open(Grant grant, LocalDate until) {}

  private static Stream<Open> opening(
      Seat seat, Kind kind, Subject subject, Facts facts, LocalDate today, String... sections) {
    boolean given = subject.state().equals("FINAL") || subject.state().equals("SUPERSEDED");
    Optional<Stretch> held = held(seat, kind, facts, today);
    if (!given || held.isEmpty() || !seat.ceiling().contains(subject.category())) {
      return Stream.empty();
    }
    return facts.grants().stream()
        .filter(grant -> opens(grant, seat, subject, today, List.of(sections)))
        .map(grant -> new Open(grant, earlier(grant.to(), held.get().to())));
  }

  private static Optional<Stretch> held(Seat seat, Kind kind, Facts facts, LocalDate today) {
    return reach(seat, facts, today).stream().filter(held -> held.kind() == kind).findFirst();
  }

  private static boolean opens(
      Grant grant, Seat seat, Subject subject, LocalDate today, List<String> sections) {
    boolean section =
        grant
            .section()
            .map(one -> sections.contains(one) || subject.section().filter(one::equals).isPresent())
            .orElse(true);
    boolean left =
        sections.stream().noneMatch(grant.excluded()::contains)
            && subject.section().filter(grant.excluded()::contains).isEmpty();
    boolean version = grant.withHistory() || (subject.latest() && subject.state().equals("FINAL"));
    return grant.grantee() == Grant.Grantee.ORGANISATION
        && grant.granteeId().equals(seat.organisation().value())
        && grant.category() == subject.category()
        && grant.author().map(subject.author()::equals).orElse(true)
        && section
        && left
        && grant.sheet().map(one -> subject.sheet().filter(one::equals).isPresent()).orElse(true)
        && version
        && runs(grant.from(), grant.to(), today);
  }

  /** The seat's reach today, what runs first. */
  static List<Stretch> reach(Seat seat, Facts facts, LocalDate today) {
    return facts.reaches().stream()
        .filter(held -> held.assignment().equals(seat.assignment()))
        .filter(held -> runs(held.from(), held.to(), today))
        .sorted(java.util.Comparator.comparing((Stretch held) -> !held.running()))
        .toList();
  }

  private static boolean runs(LocalDate from, LocalDate to, LocalDate today) {
    return !from.isAfter(today) && to.isAfter(today);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
