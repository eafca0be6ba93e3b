package jp.tsunagi.people.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.base.name.Reading;

/** What a staff member and an account must be like to stand in the register. */
final class StaffRules {
  private static final int MOST = 60;
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,63}");
  private static final List<BiFunction<StaffDraft, LocalDate, Optional<StaffRefusal>>> PERSON =
      List.of(
          StaffRules::nameGiven,
          StaffRules::readingGiven,
          StaffRules::pledgeReceived,
          StaffRules::lastDayReadable);

  private StaffRules() {}

  /** Everything that is wrong with the person, at most one thing a field. */
  static List<StaffRefusal> check(StaffDraft draft, LocalDate today) {
    return PERSON.stream().flatMap(rule -> rule.apply(draft, today).stream()).toList();
  }

  /** Everything that is wrong with the account; none at all is right. */
  static List<StaffRefusal> check(StaffDraft.Account account) {
    return account.isNone()
        ? when(!account.password().isEmpty(), new StaffRefusal.Missing("login")).stream().toList()
        : Stream.of(login(account), password(account)).flatMap(Optional::stream).toList();
  }

  private static Optional<StaffRefusal> nameGiven(StaffDraft draft, LocalDate today) {
    return text("name", draft.name());
  }

  private static Optional<StaffRefusal> readingGiven(StaffDraft draft, LocalDate today) {
    return text("kana", draft.kana())
        .or(() -> when(Reading.of(draft.kana()).isEmpty(), new StaffRefusal.NotAReading()));
  }

  /** E13: a pledge that is announced is no pledge. */
  private static Optional<StaffRefusal> pledgeReceived(StaffDraft draft, LocalDate today) {
    TypedDay pledge = TypedDay.of(draft.pledge(), today);
    Optional<StaffRefusal> unclear = unclear("pledge", pledge);
    return unclear.or(
        () -> pledge.day().filter(day -> day.isAfter(today)).map(StaffRefusal.PledgeAhead::new));
  }

  private static Optional<StaffRefusal> lastDayReadable(StaffDraft draft, LocalDate today) {
    return unclear("lastDay", TypedDay.of(draft.lastDay(), today));
  }

  private static Optional<StaffRefusal> unclear(String field, TypedDay typed) {
    return typed.unclear().map(reading -> new StaffRefusal.NotADay(field, reading));
  }

  private static Optional<StaffRefusal> login(StaffDraft.Account account) {
    return when(!LOGIN.matcher(account.login()).matches(), new StaffRefusal.NotALogin());
  }

  private static Optional<StaffRefusal> password(StaffDraft.Account account) {
    return account.password().isEmpty()
        ? Optional.of(new StaffRefusal.Missing("password"))
        : Password.problem(account.password(), account.login()).map(StaffRefusal.WeakPassword::new);
  }

  private static Optional<StaffRefusal> text(String field, String value) {
    return when(value.isEmpty(), new StaffRefusal.Missing(field))
        .or(() -> when(value.length() > MOST, new StaffRefusal.TooLong(field, MOST)));
  }

  private static Optional<StaffRefusal> when(boolean wrong, StaffRefusal refusal) {
    return wrong ? Optional.of(refusal) : Optional.empty();
  }
}
