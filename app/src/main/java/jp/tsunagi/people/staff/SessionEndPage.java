package jp.tsunagi.people.staff;

import java.util.List;

/**
 * The question before sessions end.
 *
 * @param lines which, each in words
 * @param back the list one came from
 */
public record SessionEndPage(String url, List<SessionsPage.Line> lines, String back) {
  public SessionEndPage {
    lines = List.copyOf(lines);
  }
}
