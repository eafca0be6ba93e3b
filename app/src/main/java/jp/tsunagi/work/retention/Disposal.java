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

  /** Of one kind and year: how many, by which rule, what became of them. */
  record Line(
      RetentionKind kind,
      int year,
      RetentionRule rule,
      int records,
      int children,
      int disposed,
      int kept) {
    private Line without(List<Named> absent) {
      List<ChildId> theirs =
          absent.stream()
              .filter(one -> one.kind() == kind && one.year() == year)
              .map(Named::child)
              .toList();
      int fewer = theirs.stream().distinct().mapToInt(_ -> 1).sum();
      return new Line(kind, year, rule, records - theirs.size(), children - fewer, disposed, kept);
    }
  }

  /** Without these records, in the counts too. */
  Disposal without(List<Named> absent) {
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

  boolean runs() {
    return approved.orElse(false) && finishedAt.isEmpty();
  }
}
