package jp.tsunagi.record.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * 記入された答え. Not asked, left empty, not known and not wanted to be told are four different answers.
 * Values are kept in one spelling only, so that equal answers have equal JSON.
 */
public sealed interface Answer {
  /** まだ聞いていない: the address is absent; never stored. */
  record NotAsked() implements Answer {}

  /** 空欄: asked and left blank. */
  record Empty() implements Answer {}

  /** わからない. */
  record Unknown() implements Answer {}

  /** 答えたくない. */
  record Declined() implements Answer {}

  /**
   * Not blank; line ends are {@code \n}; without control characters and halves of surrogate pairs.
   */
  record Text(String value) implements Answer {
    public Text {
      value = Typed.clean(value);
      Typed.refuseBlank(value);
    }
  }

  /**
   * What was typed and could not be read as the field's kind: kept as it is until somebody corrects
   * it.
   */
  record Unread(String typed) implements Answer {
    public Unread {
      typed = Typed.clean(typed);
      Typed.refuseBlank(typed);
    }
  }

  /**
   * A day, a month (day null) or a year (both null). A date that nobody knows is {@link Unknown}.
   */
  record Date(int year, @Nullable Integer month, @Nullable Integer day) implements Answer {
    public Date {
      if (year < 1868 || year > 2200 || (month == null && day != null)) {
        throw new DateTimeException("no such date");
      }
      LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    public static Date of(LocalDate day) {
      return new Date(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    public DatePrecision precision() {
      return day != null
          ? DatePrecision.DAY
          : month != null ? DatePrecision.MONTH : DatePrecision.YEAR;
    }
  }

  /** Age in whole months. */
  record Age(int months) implements Answer {
    public Age {
      if (months < 0 || months > 1440) {
        throw new IllegalArgumentException("an age has 0 to 1440 months");
      }
    }
  }

  /** The key of the option. */
  record Choice(String key) implements Answer {}

  /** Keys of the options, at least one. */
  record Choices(SortedSet<String> keys) implements Answer {
    public Choices {
      keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
      Typed.refuseNone(keys);
    }
  }

  record Quantity(BigDecimal value) implements Answer {
    public Quantity {
      value = Typed.plain(value);
    }
  }

  /**
   * Rows of a table or goals in the order of their ids; ids grow with time, so new rows come last.
   */
  record Rows(SortedMap<String, Answers> byId) implements Answer {
    public Rows {
      byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    /** The row's cells; a row that is not there has none. */
    public Answers row(String id) {
      return byId.getOrDefault(id, Answers.NONE);
    }
  }

  /**
   * A person by name.
   *
   * @param id who it is in the register of staff, when known there
   */
  record Person(String name, @Nullable String id) implements Answer {
    public Person {
      name = Typed.clean(name);
      Typed.refuseBlank(name);
    }
  }

  /**
   * An organisation by name.
   *
   * @param id which it is in the register, when it stands there
   */
  record Organisation(String name, @Nullable String id) implements Answer {
    public Organisation {
      name = Typed.clean(name);
      Typed.refuseBlank(name);
    }
  }

  /** Ids of files, in the order in which they were added, at least one. */
  record Files(List<String> ids) implements Answer {
    public Files {
      ids = List.copyOf(ids);
      Typed.refuseNone(ids);
    }
  }

  /**
   * 署名.
   *
   * @param relation to the child, in words: 母
   * @param on the day on the paper, or of the signing in the portal
   */
  record Signature(String name, @Nullable String relation, @Nullable LocalDate on, SignedBy by)
      implements Answer {
    public Signature {
      name = Typed.clean(name);
      Typed.refuseBlank(name);
    }
  }

  /** How a signature was given. */
  enum SignedBy {
    /** 書面. */
    PAPER,
    /** 保護者ページ. */
    PORTAL,
    /** 口頭: heard and written down by staff. */
    ORALLY
  }

  /**
   * True for answers that say something: not for unasked and empty ones. Declining says something.
   */
  default boolean given() {
    return !(this instanceof NotAsked || this instanceof Empty);
  }
}
