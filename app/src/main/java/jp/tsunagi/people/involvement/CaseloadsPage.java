package jp.tsunagi.people.involvement;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * 担当の子ども: who holds which child at one's own place, and the way to change it for several at once.
 *
 * @param at id of the organisation
 * @param show the filter: empty for all, {@code none}, or the assignment of a holder
 * @param organisations where there are several
 * @param filters all, nobody's, each holder's
 * @param nobody said where the list is empty; null otherwise
 * @param substitutes who stands in for the holder that is shown; null otherwise
 * @param form null where nobody holds a caseload
 */
public record CaseloadsPage(
    String organisation,
    String at,
    String show,
    List<Link> organisations,
    List<Link> filters,
    List<Row> children,
    @Nullable String nobody,
    @Nullable Link substitutes,
    @Nullable Form form) {
  public CaseloadsPage {
    organisations = List.copyOf(organisations);
    filters = List.copyOf(filters);
    children = List.copyOf(children);
  }

  /**
   * A child.
   *
   * @param holders who holds it, each with how
   */
  public record Row(
      String url, NameView name, String facts, List<String> holders, String pick, boolean picked) {}

  /** What is to be done with those that are ticked. */
  public record Form(
      FieldView children,
      FieldView act,
      List<Option> acts,
      FieldView holder,
      List<Option> holders,
      FieldView from,
      FieldView last) {
    /** For the summary at the top. */
    public List<FieldView> fields() {
      return List.of(children, act, holder, from, last);
    }
  }
}
