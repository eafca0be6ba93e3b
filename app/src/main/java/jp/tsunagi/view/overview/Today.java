package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.view.overview.Plan.State;

/**
 * きょうすること: what of a class waits for the reader, the most pressing first. One child appears once:
 * the next thing is enough.
 */
final class Today {
  /** So many stand on the page; the others are counted. */
  static final int MOST = 7;

  private Today() {}

  /** What is to be done, in the order in which it comes first. */
  enum Kind {
    /** The guardian said that something is not right. */
    RETURNED,
    /** Whoever decides gave the reader's draft back. */
    SENT_BACK,
    /** A handover nobody here has read. */
    HANDOVER,
    /** The guardian has not answered for a long time. */
    WAITING,
    /** Own draft, not finished. */
    DRAFT,
    /** Nothing written this year. */
    NOT_STARTED
  }

  /**
   * One line.
   *
   * @param others how many more children it stands for
   */
  record Task(Kind kind, CaseRow about, long days, int others) {
    Task(Kind kind, CaseRow about, long days) {
      this(kind, about, days, 0);
    }
  }

  /**
   * What the reader may do at the post.
   *
   * @param receives whether the reader confirms handovers
   * @param whole whether the reader holds the whole place: beginnings are the class teacher's
   */
  record Role(boolean writes, boolean receives, boolean whole) {}

  /** The tasks of a reader. */
  static List<Task> of(List<CaseRow> rows, LocalDate today, Role role) {
    List<Task> tasks = new ArrayList<>();
    for (CaseRow row : rows) {
      var unread = row.unread().filter(_ -> role.receives());
      unread.ifPresent(one -> tasks.add(new Task(Kind.HANDOVER, row, days(one.offered(), today))));
      if (role.writes() && unread.isEmpty()) {
        written(tasks, row, today, role.whole());
      }
    }
    return folded(
            tasks.stream()
                .sorted(
                    Comparator.comparing(Task::kind)
                        .thenComparing(Comparator.comparingLong(Task::days).reversed())
                        .thenComparing(task -> task.about().className())
                        .thenComparing(task -> order(task.about())))
                .toList())
        .toList();
  }

  /** What is not begun has no day of its own: all of it is one line, and the table shows which. */
  private static Stream<Task> folded(List<Task> tasks) {
    List<Task> begun = tasks.stream().filter(one -> one.kind() != Kind.NOT_STARTED).toList();
    int open = tasks.size() - begun.size();
    Stream<Task> rest =
        tasks.stream()
            .filter(one -> one.kind() == Kind.NOT_STARTED)
            .limit(1)
            .map(one -> new Task(one.kind(), one.about(), one.days(), open - 1));
    return Stream.concat(begun.stream(), rest);
  }

  private static void written(List<Task> tasks, CaseRow row, LocalDate today, boolean whole) {
    Plan plan = row.plan();
    long days = plan.days(today);
    switch (plan.state()) {
      case RETURNED -> tasks.add(new Task(Kind.RETURNED, row, days));
      case WITH_GUARDIAN -> {
        if (plan.myTurn(today)) {
          tasks.add(new Task(Kind.WAITING, row, days));
        }
      }
      case DRAFT -> {
        if (plan.mine()) {
          tasks.add(new Task(Kind.DRAFT, row, days));
        }
      }
      case NOT_STARTED -> {
        if (!whole && !row.className().isEmpty()) {
          tasks.add(new Task(Kind.NOT_STARTED, row, 0));
        }
      }
      case SENT_BACK -> {
        if (plan.mine()) {
          tasks.add(new Task(Kind.SENT_BACK, row, days));
        }
      }
      case IN_APPROVAL, FINAL -> {}
    }
  }

  private static long days(LocalDate from, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(from, today));
  }

  private static int order(CaseRow row) {
    Integer number = row.number();
    return number == null ? Integer.MAX_VALUE : number;
  }

  /** Class, number, then reading: the order of the roster. */
  static Comparator<CaseRow> roster() {
    return Comparator.comparing(CaseRow::className)
        .thenComparingInt(Today::order)
        .thenComparing(CaseRow::sortKana);
  }

  /** How many rows stand in a state; for the filter. */
  static long count(List<CaseRow> rows, State state) {
    return rows.stream().filter(row -> row.plan().state() == state).count();
  }
}
