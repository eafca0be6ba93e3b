package jp.tsunagi.work.programme;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a programme in one fiscal year, and what is written of each.
 *
 * @param join taking children in; null for those who may not, and where the programme is closed
 * @param keep naming and closing the programme; null for those who may not
 * @param takeOut null for those who may not take the list out
 */
public record ParticipantsPage(
    String url,
    String name,
    String organisation,
    String year,
    int fiscalYear,
    boolean closed,
    List<Link> years,
    List<Link> filters,
    List<Line> lines,
    @Nullable Join join,
    @Nullable Keep keep,
    @Nullable TakeOut takeOut) {

  /**
   * A participant.
   *
   * @param period since when, and until when where it ended early
   * @param change where the one in charge and the end are changed
   */
  public record Line(
      String child,
      String childUrl,
      NameView name,
      String grade,
      String period,
      boolean ended,
      String inCharge,
      StatusView status,
      Optional<Link> next,
      boolean mayStart,
      @Nullable String change) {}

  /**
   * Taking children in.
   *
   * @param returning those of last year who do not take part yet
   * @param typed what was looked for
   * @param found who was found and may be taken in
   * @param asked whether anything was looked for
   */
  public record Join(
      String firstDay,
      String lastYear,
      List<Candidate> returning,
      String typed,
      List<Candidate> found,
      boolean asked) {}

  /** Somebody who may be taken in. */
  public record Candidate(String child, String name, String facts) {}

  /** The programme itself. */
  public record Keep(String typed, @Nullable String problem) {}
}
