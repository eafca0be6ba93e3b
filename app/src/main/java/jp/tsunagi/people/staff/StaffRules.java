package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.FieldRefusal.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.Reading;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.people.organisation.TypedDay;

/** What a staff member and an account must be like to stand in the register. */
final class StaffRules {
  private static final int MOST = 60;
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,63}");
  private static final List<BiFunction<StaffDraft, LocalDate, Optional<FieldRefusal>>> PERSON =
      List.of(
          StaffRules::nameGiven,
          StaffRules::readingGiven,
          StaffRules::pledgeReceived,
          StaffRules::lastDayReadable);

  private StaffRules() {}

  /** Everything that is wrong with the person, at most one thing a field. */
  static List<FieldRefusal> check(StaffDraft draft, LocalDate today) {
    return PERSON.stream().flatMap(rule -> rule.apply(draft, today).stream()).toList();
  }

  /**
   * Everything that is wrong with the account; none at all is right, whatever password the page
   * proposed.
   *
   * @param names that must not stand in the password
   */
  static List<FieldRefusal> check(StaffDraft.Account account, List<String> names) {
    return account.isNone()
        ? List.of()
        : Stream.of(login(account), password(account, names)).flatMap(Optional::stream).toList();
  }

  private static Optional<FieldRefusal> nameGiven(StaffDraft draft, LocalDate today) {
    return text("name", draft.name());
  }

  private static Optional<FieldRefusal> readingGiven(StaffDraft draft, LocalDate today) {
    return text("kana", draft.kana())
        .or(() -> when(Reading.of(draft.kana()).isEmpty(), "kana", "staff.refused.kana"));
  }

  /** E13: a pledge that is announced is no pledge. */
  private static Optional<FieldRefusal> pledgeReceived(StaffDraft draft, LocalDate today) {
    TypedDay pledge = TypedDay.of(draft.pledge(), today);
    return pledge
        .refusal("pledge")
        .or(() ->
            pledge
                .day()
                .filter(day -> day.isAfter(today))
                .map(_ -> FieldRefusal.of("pledge", "staff.refused.ahead")));
  }

  private static Optional<FieldRefusal> lastDayReadable(StaffDraft draft, LocalDate today) {
    return TypedDay.of(draft.lastDay(), today).refusal("lastDay");
  }

  private static Optional<FieldRefusal> login(StaffDraft.Account account) {
    return when(!LOGIN.matcher(account.login()).matches(), "login", "staff.refused.login");
  }

  private static Optional<FieldRefusal> password(StaffDraft.Account account, List<String> names) {
    return when(account.password().isEmpty(), "password", "staff.refused.missing.password")
        .or(() ->
            Password.problem(account.password(), account.login(), names)
                .map(key -> FieldRefusal.of("password", key, Password.LEAST)));
  }

  private static Optional<FieldRefusal> text(String field, String value) {
    return when(value.isEmpty(), field, "staff.refused.missing." + field)
        .or(() -> when(value.length() > MOST, field, "staff.refused.long", MOST))
        .or(() ->
            NamePart.writingRefusal(value)
                .map(refusal -> FieldRefusal.of(field, refusal.key(), NamePart.LONGEST)));
  }
}
