package jp.tsunagi.work.programme;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.StatusView;

/**
 * Who takes part in a programme in one fiscal year, and what is written of each.
 *
 * @param candidates children of the organisation who could be taken in
 * @param returning of them, those who took part last year: marked beforehand
 */
public record ParticipantsPage(
    String url,
    String name,
    String organisation,
    String year,
    int fiscalYear,
    List<Link> years,
    List<Link> filters,
    List<Line> lines,
    boolean mayWrite,
    List<Candidate> candidates,
    String firstDay) {

  /** A participant. */
  public record Line(
      String child,
      String childUrl,
      NameView name,
      String grade,
      String since,
      String inCharge,
      StatusView status,
      Optional<Link> next,
      boolean mayStart) {}

  /** Somebody who may be taken in. */
  public record Candidate(String child, String name, String kana, boolean returning) {}
}
