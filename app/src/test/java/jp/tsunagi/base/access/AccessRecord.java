package jp.tsunagi.base.access;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;

/**
 * A town as it is on record, told to the model of the rule: from the facts alone (who works where,
 * who deals with whom, what families agreed to), never from the grants and the reach that the
 * program has worked out.
 */
public final class AccessRecord {
  private final AccessFacts facts;
  private final AccessLoading told;
  private final LocalDate today;

  private AccessRecord(AccessLoading told, LocalDate today) {
    this.told = told;
    this.facts = told.facts;
    this.today = today;
  }

  /** All facts of the municipality of the transaction, which must be one of the program's own. */
  public static AccessRecord of(Tx tx) {
    AccessLoading told = new AccessLoading(tx);
    told.all();
    return new AccessRecord(told, tx.today());
  }

  private List<AccessFacts.Worker> seats(UUID staff) {
    return told.seats.getOrDefault(staff, List.of());
  }

  /** Whether the staff member or guardian reads the item today. */
  public boolean reads(UUID who, UUID item) {
    List<AccessFacts.Thing> these = told.things.getOrDefault(item, List.of());
    return these.stream()
        .anyMatch(thing ->
            seats(who).stream().anyMatch(seat -> facts.reads(seat, thing, today))
                || facts.reads(new GuardianId(who), thing, today));
  }

  /**
   * Whether one sees that the child is there: family, or staff in reach, by law, in an emergency.
   */
  public boolean sees(UUID who, ChildId child) {
    return family(who, child)
        || seats(who).stream().anyMatch(seat -> facts.sees(seat, child, today));
  }

  /** Whether one is family of the child. */
  public boolean family(UUID who, ChildId child) {
    return told.families.getOrDefault(child, Set.of()).contains(who);
  }

  /**
   * Whether staff reads what no item holds: as its own, or as a consent opens the whole category or
   * that section of it.
   *
   * @param author whose word it is: an organisation or a guardian
   */
  public boolean readsFact(
      UUID who, ChildId child, Category category, UUID author, String... sections) {
    boolean organisation =
        facts.recorded.stream().anyMatch(one -> one.by().value().equals(author))
            || facts.involved.stream().anyMatch(one -> one.organisation().value().equals(author));
    return Stream.concat(Stream.of(""), Arrays.stream(sections))
        .map(section ->
            new AccessFacts.Thing(
                new ItemId(new UUID(0, 0)),
                child,
                category,
                section,
                new SheetId(new UUID(0, 0)),
                author,
                organisation,
                "FINAL",
                true,
                false,
                Optional.empty()))
        .anyMatch(thing -> seats(who).stream().anyMatch(seat -> facts.reads(seat, thing, today)));
  }

  /** Who put the child on record. */
  public Optional<UUID> owner(ChildId child) {
    return facts.recorded.stream()
        .filter(one -> one.child().equals(child))
        .map(one -> one.by().value())
        .findFirst();
  }

  /** Whether a place of the staff member's is named in a consent of the child. */
  public boolean party(UUID who, ChildId child) {
    return seats(who).stream()
        .anyMatch(seat ->
            told.parties.getOrDefault(child, Set.of()).contains(seat.organisation().value()));
  }

  /** Whether a handover of the child waits for its receipt where the staff member works. */
  public boolean addressed(UUID who, ChildId child) {
    return seats(who).stream()
        .anyMatch(seat ->
            told.addressed.getOrDefault(child, Set.of()).contains(seat.organisation().value()));
  }
}
