package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.GoalFate;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.view.overview.ChildPage.Goal;
import jp.tsunagi.view.overview.ChildPage.Goals;
import jp.tsunagi.view.overview.ProfileSql.Part;

/** 目標: the goals in force, in one line each, from the latest 支援内容 the reader may read. */
record GoalsView(ChildFacts child, Map<String, Part> parts) {
  private static final Answer ENDED = new Answer.Choice(GoalFate.ENDED.key());

  /** Where goals stand in rows. */
  private static final List<String> IN_ROWS =
      List.of(
          "support-school/support",
          "education-support-plan/direction",
          "teaching-plan/goals",
          "service-plan/supports",
          "transition-plan/direction",
          "self-support-plan/direction",
          "behaviour-plan/support");

  private static final String NURSERY = "support-nursery/outline";
  private static final String PROGRAMME = "support-programme/support";

  /** The sections in which the shipped forms keep goals and aims. */
  static final List<String> SECTIONS =
      Stream.concat(IN_ROWS.stream(), Stream.of(NURSERY, PROGRAMME)).toList();

  private static final int LONGEST = 80;

  /** The latest, by the day of its item; none when nobody has written one. */
  Optional<Goals> goals(List<ItemRow> items) {
    return items.stream()
        .filter(item -> item.state() == ItemState.FINAL || item.state() == ItemState.WITH_GUARDIAN)
        .filter(item -> item.section() != null && SECTIONS.contains(item.section()))
        .filter(item -> part(item).isPresent())
        .sorted(Comparator.comparing(ItemRow::on).reversed())
        .flatMap(item -> goals(item, part(item).orElseThrow()).stream())
        .findFirst();
  }

  private Optional<Part> part(ItemRow item) {
    return Optional.ofNullable(parts.get(item.section()))
        .filter(part -> part.item().equals(item.id()));
  }

  private Optional<Goals> goals(ItemRow item, Part part) {
    Answers said = part.answers();
    List<Goal> goals = IN_ROWS.contains(item.section()) ? rows(said) : aim(said);
    String longGoal = Attention.text(said, "long-goal");
    if (goals.isEmpty() && longGoal.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Goals(
            longGoal.isEmpty() ? null : longGoal,
            goals,
            t(
                "overview.goals.source",
                Wording.say(FiscalYear.of(item.on()).plainWords()),
                item.by() == null ? "" : item.by()),
            "/sheets/" + item.sheet(),
            "/children/" + child.id() + "/items/" + item.id() + "/reason"));
  }

  private static List<Goal> rows(Answers said) {
    return said.at("goals") instanceof Answer.Rows(var byId)
        ? byId.values().stream()
            .filter(row -> !row.at("fate").equals(ENDED))
            .map(row -> new Goal(sign(row), line(Attention.text(row, "goal"))))
            .filter(goal -> !goal.text().isEmpty())
            .toList()
        : List.of();
  }

  private static List<Goal> aim(Answers said) {
    String aim = line(Attention.text(said, "aim"));
    return aim.isEmpty() ? List.of() : List.of(new Goal(t("overview.goals.sign.open"), aim));
  }

  /** ◎ ○ △ as it was evaluated; a dot while it was not. */
  private static String sign(Answers row) {
    return row.at("reached") instanceof Answer.Choice(String key)
        ? t("overview.goals.sign." + key)
        : t("overview.goals.sign.open");
  }

  /** One line: the first sentence of what is longer. */
  private static String line(String text) {
    int stop = text.indexOf('\u3002');
    return text.length() > LONGEST && stop > 0 ? text.substring(0, stop + 1) : text;
  }
}
