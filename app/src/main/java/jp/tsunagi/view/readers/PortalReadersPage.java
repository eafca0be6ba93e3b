package jp.tsunagi.view.readers;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.record.ground.ShowingWords;

/**
 * だれが見られるか, for a family.
 *
 * @param family to whom the person of age shows something
 */
public record PortalReadersPage(
    NameView name, List<ReadersPage.Place> places, List<ShowingWords.Line> family, String home) {}
