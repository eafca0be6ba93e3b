package jp.tsunagi.people.involvement;

import java.util.List;
import java.util.Map;
import jp.tsunagi.base.ui.NameView;
import org.jspecify.annotations.Nullable;

/**
 * 担当の子ども: what the change comes to, before it is decided.
 *
 * @param typed what was typed, to be sent again
 * @param seen mark of what is shown here
 * @param changed said when it is not what was shown before; null otherwise
 * @param given who gets children and when; null when nobody does
 * @param ends whose naming ends
 */
public record CaseloadPlanPage(
    Map<String, List<String>> typed,
    String seen,
    @Nullable String changed,
    @Nullable String given,
    List<NameView> children,
    List<End> ends) {
  public CaseloadPlanPage {
    typed = Map.copyOf(typed);
    children = List.copyOf(children);
    ends = List.copyOf(ends);
  }

  /** Somebody does not hold a child by name any more. */
  public record End(NameView child, String what) {}
}
