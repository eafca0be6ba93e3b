package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;

/** Emergencies of any day; the screens only open one now. */
final class AccessEmergencies {
  private AccessEmergencies() {}

  /** Opened so many minutes after half past eight, for an hour. */
  static AccessFacts.Urgent put(
      Tx tx, ChildId child, TestTown.Worker who, LocalDate day, int minutes) {
    Instant from =
        day.atTime(LocalTime.of(8, 30)).plusMinutes(minutes).atZone(ActingClock.JAPAN).toInstant();
    Instant until = from.plusSeconds(3600);
    tx.sql()
        .insertInto(EMERGENCY_ACCESS)
        .set(EMERGENCY_ACCESS.TENANT_ID, tx.tenant())
        .set(EMERGENCY_ACCESS.EMERGENCY_ID, UUID.randomUUID())
        .set(EMERGENCY_ACCESS.CHILD_ID, child)
        .set(EMERGENCY_ACCESS.ASSIGNMENT_ID, who.assignment())
        .set(EMERGENCY_ACCESS.STAFF_ID, who.staff())
        .set(EMERGENCY_ACCESS.ORGANISATION_ID, who.organisation())
        .set(EMERGENCY_ACCESS.REASON, "ACUTE")
        .set(EMERGENCY_ACCESS.NOTE, "test")
        .set(EMERGENCY_ACCESS.OPENED_AT, from.atOffset(ZoneOffset.UTC))
        .set(EMERGENCY_ACCESS.CLOSES_AT, until.atOffset(ZoneOffset.UTC))
        .set(EMERGENCY_ACCESS.REVIEW_DUE, day.plusDays(7))
        .execute();
    return new AccessFacts.Urgent(child, who.staff(), from, until);
  }
}
