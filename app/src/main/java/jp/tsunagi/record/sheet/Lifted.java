package jp.tsunagi.record.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.CarryOver;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.LeftOver;

/**
 * One part that was written on an earlier version of its form, as a later version takes it: every
 * answer has its place there or is left over. Pure.
 *
 * @param section its key
 * @param carried answers by the key of their section in the later version
 */
record Lifted(String section, Map<String, Answers> carried, List<LeftOver> left) {
  static Lifted of(FormDefinition was, String section, Answers answers, FormDefinition now) {
    CarryOver over = CarryOver.lift(was, Map.of(section, answers), now);
    return new Lifted(section, over.parts(), over.leftOver());
  }

  /** What stays in the section. */
  Answers answers() {
    return Optional.ofNullable(carried.get(section)).orElse(Answers.NONE);
  }

  /** What goes into other sections. */
  Stream<Map.Entry<String, Answers>> elsewhere() {
    return carried.entrySet().stream().filter(each -> !each.getKey().equals(section));
  }

  /** What has no place, as answers of the version it was written on. */
  Answers leftAnswers() {
    Answers all = Answers.NONE;
    for (LeftOver each : left) {
      if (each.answer().given()) {
        all = all.with(each.address(), each.answer());
      }
    }
    return all;
  }
}
