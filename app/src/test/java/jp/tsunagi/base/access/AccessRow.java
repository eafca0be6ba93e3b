package jp.tsunagi.base.access;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A row by the names of its columns. */
record AccessRow(Record row) {
  UUID id(String name) {
    return requireNonNull(row.get(name, UUID.class), name);
  }

  @Nullable UUID maybe(String name) {
    return row.get(name, UUID.class);
  }

  String text(String name) {
    return requireNonNull(row.get(name, String.class), name);
  }

  boolean is(String name) {
    return Boolean.TRUE.equals(row.get(name, Boolean.class));
  }

  Set<String> words(String name) {
    return Set.of(requireNonNull(row.get(name, String[].class), name));
  }

  ChildId child() {
    return new ChildId(id("child_id"));
  }

  Period period() {
    return new Period(
        requireNonNull(row.get("valid_from", LocalDate.class)),
        row.get("valid_to", LocalDate.class));
  }

  OffsetDateTime at(String name) {
    return requireNonNull(row.get(name, OffsetDateTime.class), name);
  }
}
