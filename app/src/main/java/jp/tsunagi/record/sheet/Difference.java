package jp.tsunagi.record.sheet;

import java.util.List;

/**
 * One thing that is different from last time, in plain words for a family (A7).
 *
 * @param label what it is about: the field, or the goal it belongs to
 * @param now how it is; for what is gone, how it was
 * @param before how it was; empty unless it changed
 */
public record Difference(Kind kind, String label, String now, String before) {

  /** In the order in which a family reads them. */
  public enum Kind {
    /** できるようになりました: a goal that was reached. */
    REACHED,
    /** 新しい目標. */
    NEW_GOAL,
    /** 変わります: the same field or goal says something else. */
    CHANGED,
    /** 新しく加わりました. */
    NEW,
    /** なくなりました: not carried on. */
    GONE,
    /** 続けます. */
    SAME;

    /** Whether it asks for a reader's attention. */
    public boolean isChange() {
      return this != SAME;
    }
  }

  /** What two sheets of the same form say differently, the later one given second. */
  public static List<Difference> between(ReadSheet before, ReadSheet now) {
    return Comparing.of(before, now);
  }
}
