package jp.tsunagi.view.audit;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * 閲覧の記録: whose rows the auditor wants to see.
 *
 * @param found several of one name
 * @param nobody said when nobody was found; null otherwise
 */
public record AuditPage(
    FieldView child,
    FieldView birth,
    FieldView staff,
    FieldView organisation,
    List<Option> organisations,
    List<Link> found,
    @Nullable String nobody) {
  public AuditPage {
    organisations = List.copyOf(organisations);
    found = List.copyOf(found);
  }

  /** For the summary at the top. */
  public List<FieldView> fields() {
    return List.of(child, birth, staff, organisation);
  }
}
