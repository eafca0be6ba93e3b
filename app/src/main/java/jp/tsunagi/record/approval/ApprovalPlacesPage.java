package jp.tsunagi.record.approval;

import java.util.List;
import jp.tsunagi.base.ui.Link;

/** The places of which one says who decides there. */
public record ApprovalPlacesPage(List<Link> places) {
  public ApprovalPlacesPage {
    places = List.copyOf(places);
  }
}
