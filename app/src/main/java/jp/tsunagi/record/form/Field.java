package jp.tsunagi.record.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 項目: one question, or a fact or text that is only shown. Lengths count code points. */
public sealed interface Field {
  FieldHead head();

  default String key() {
    return head().key();
  }

  /** False for what is shown and never answered. */
  default boolean asked() {
    return true;
  }

  /** The columns of tables and goal rows; empty for every other field. */
  default List<Field> columns() {
    return List.of();
  }

  default Optional<Field> column(String key) {
    return columns().stream().filter(column -> column.key().equals(key)).findFirst();
  }

  /** One line. */
  record ShortText(FieldHead head, int maxLength) implements Field {}

  /** Several lines. */
  record LongText(FieldHead head, int maxLength) implements Field {}

  /** A date known at least as exactly as {@code coarsest}. */
  record Date(FieldHead head, DatePrecision coarsest) implements Field {}

  /** An age in years and months, as parents remember it: 1歳2か月. */
  record Age(FieldHead head) implements Field {}

  record Choice(FieldHead head, List<Option> options) implements Field {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /**
   * Several can be chosen.
   *
   * @param coversAll over all rows of its table each option should be chosen once (5領域)
   */
  record Choices(FieldHead head, List<Option> options, boolean coversAll) implements Field {
    public Choices {
      options = List.copyOf(options);
    }
  }

  /** 継続・修正・達成・終了 of a goal that was taken over: see {@link GoalFate}; a column of goals. */
  record RollForward(FieldHead head) implements Field {}

  /** A number; outside min and max it is refused. */
  record Quantity(
      FieldHead head,
      @Nullable Wording unit,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      int decimals)
      implements Field {}

  /** A result of a test: outside the usual range it is warned about and never refused. */
  record Score(FieldHead head, BigDecimal usualMin, BigDecimal usualMax) implements Field {}

  record Table(FieldHead head, List<Field> columns, int maxRows) implements Field {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /** 目標: a table whose row id is the goal's own id, the same over the years. */
  record Goals(FieldHead head, List<Field> columns, int maxRows) implements Field {
    public Goals {
      columns = List.copyOf(columns);
    }
  }

  record Person(FieldHead head) implements Field {}

  record Organisation(FieldHead head) implements Field {}

  record Attachment(FieldHead head, int maxFiles) implements Field {}

  /** 署名: who, in what relation, when, on paper or in the portal. */
  record Signature(FieldHead head) implements Field {}

  /** A fact of the child's own record: shown here, never copied, frozen when the sheet is final. */
  record Fact(FieldHead head, ChildAttribute attribute) implements Field {
    @Override
    public boolean asked() {
      return false;
    }
  }

  /** A text of the form itself, such as the words of a consent, with {@link Placeholder}s. */
  record Statement(FieldHead head, List<Wording> paragraphs) implements Field {
    public Statement {
      paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public boolean asked() {
      return false;
    }
  }
}
