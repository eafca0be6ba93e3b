package jp.tsunagi.work.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;

/**
 * 廃棄.
 *
 * @param number counted per fiscal year of the approval; empty before
 * @param approved empty while it waits
 * @param finishedAt when the last record was gone
 */
record Disposal(
    UUID id,
    OrganisationId organisation,
    Optional<String> number,
    String why,
    UUID proposedBy,
    Instant proposedAt,
    Optional<UUID> decidedBy,
    Optional<Instant> decidedAt,
    Optional<Boolean> approved,
    String word,
    Optional<Instant> finishedAt,
    List<Line> lines) {

  /** A record that a disposal still names. */
  record Named(UUID id, ChildId child, RetentionKind kind, int year) {}

  /** A record of which somebody must not be told, and what has become of it. */
  record Absent(ChildId child, RetentionKind kind, int year, Became became) {}

  /** What has become of a record of a disposal. */
  enum Became {
    /** Nothing yet. */
    WAITS,
    /** It is disposed of. */
    GONE,
    /** It stayed after all. */
    KEPT
  }

  /** Of one kind and year: how many, by which rule, what became of them. */
  record Line(
      RetentionKind kind,
      int year,
      RetentionRule rule,
      int records,
      int children,
      int disposed,
      int kept) {
    private Line without(List<Absent> absent) {
      List<Absent> theirs =
          absent.stream().filter(one -> one.kind() == kind && one.year() == year).toList();
      return new Line(
          kind,
          year,
          rule,
          records - theirs.size(),
          children - (int) theirs.stream().map(Absent::child).distinct().count(),
          disposed - count(theirs, Became.GONE),
          kept - count(theirs, Became.KEPT));
    }

    private static int count(List<Absent> all, Became what) {
      return (int) all.stream().filter(one -> one.became() == what).count();
    }
  }

  /** Without these records, in the counts too. */
  Disposal without(List<Absent> absent) {
    return new Disposal(
        id,
        organisation,
        number,
        why,
        proposedBy,
        proposedAt,
        decidedBy,
        decidedAt,
        approved,
        word,
        finishedAt,
        lines.stream()
            .map(line -> line.without(absent))
            .filter(line -> line.records() > 0)
            .toList());
  }

  boolean waits() {
    return approved.isEmpty();
  }

  /** Whether it is of records for a named few, which are proposed apart from all others. */
  boolean isOfFew() {
    return lines.stream().anyMatch(line -> line.kind() == RetentionKind.COMPARTMENT);
  }

  boolean runs() {
    return approved.orElse(false) && finishedAt.isEmpty();
  }
}
