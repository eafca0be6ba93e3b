package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;

/**
 * What a person of age shows to a guardian.
 *
 * @param ground by whose word it may be read, and until when
 */
public record PortalShownPage(NameView child, String ground, List<PortalSheetsPage.Row> rows) {}
