package jp.tsunagi.record.sheet;

import java.util.List;

/**
 * 気づき: what was noticed in a draft. The writing screen takes its list; without scripts it is a page
 * of its own.
 *
 * @param url of the page
 * @param draft the way back
 */
public record NoticesPage(SheetHead head, String url, String draft, List<Notice> notices) {
  public NoticesPage {
    notices = List.copyOf(notices);
  }
}
