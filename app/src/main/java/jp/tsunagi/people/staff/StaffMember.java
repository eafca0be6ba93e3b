package jp.tsunagi.people.staff;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.StaffId;

/**
 * A staff member as the register has it.
 *
 * @param pledgedOn day of the confidentiality pledge; without it nothing is read (E13)
 * @param lastDayEnd the day after the last day of service
 */
record StaffMember(
    StaffId id,
    String name,
    String kana,
    Optional<Login> login,
    Optional<LocalDate> pledgedOn,
    Optional<LocalDate> lastDayEnd) {

  /** The account the person signs in with. */
  record Login(AccountId account, String name) {}
}
