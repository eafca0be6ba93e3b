package jp.tsunagi.view.readers;

import java.util.List;
import jp.tsunagi.base.ui.NameView;

/** だれが見られるか, for a family. */
public record PortalReadersPage(NameView name, List<ReadersPage.Place> places, String home) {}
