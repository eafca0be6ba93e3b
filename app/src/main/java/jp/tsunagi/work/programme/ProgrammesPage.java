package jp.tsunagi.work.programme;

import java.util.List;

/**
 * The programmes of the reader's organisations.
 *
 * @param mayAdd whether the reader may add one, and for which organisations
 */
public record ProgrammesPage(String year, List<Line> lines, List<Owner> mayAdd, String problem) {
  /** One programme with its participants of the year. */
  public record Line(String url, String name, String organisation, int participants) {}

  /** An organisation a programme can be added for. */
  public record Owner(String id, String name) {}
}
