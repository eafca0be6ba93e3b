package jp.tsunagi.work.retention;

import java.util.List;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/** 廃棄: what waits for a second person, what is under way, and the record of what is gone. */
public record DisposalsPage(
    List<Waiting> waiting, List<Entry> done, PagerView pager, TakeOut takeOut) {

  /** A disposal in words. */
  public record Entry(
      String number,
      String place,
      List<Line> lines,
      String why,
      String proposed,
      String decided,
      String state,
      @Nullable String goOn) {}

  /** Of one kind and year. */
  public record Line(
      String kind, String year, String rule, int records, int children, int disposed, int kept) {}

  /**
   * One that waits.
   *
   * @param url where it is decided; null for who proposed it
   */
  public record Waiting(Entry entry, @Nullable String url) {}
}
