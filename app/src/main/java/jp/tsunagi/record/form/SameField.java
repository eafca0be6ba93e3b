package jp.tsunagi.record.form;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.record.form.LeftOver.Why;

/** The same field in two versions. */
record SameField(Field old, Field now) {

  Optional<Why> refusal(boolean newYear) {
    if (!old.getClass().equals(now.getClass())) {
      return Optional.of(Why.OTHER_KIND);
    }
    return newYear && startsAnew() ? Optional.of(Why.STARTS_ANEW) : Optional.empty();
  }

  /** So does what is said of the goals of the sheet before. */
  private boolean startsAnew() {
    return !now.head().carryOver()
        || now.head().ofBefore() != null
        || now instanceof Field.RollForward;
  }

  boolean offers(String option) {
    return switch (now) {
      case Field.Choice(_, var options) -> has(options, option);
      case Field.Choices(_, var options, _) -> has(options, option);
      case Field.RollForward _ -> GoalFate.of(option).isPresent();
      default -> false;
    };
  }

  private static boolean has(List<Option> options, String key) {
    return options.stream().anyMatch(option -> option.key().equals(key));
  }
}
