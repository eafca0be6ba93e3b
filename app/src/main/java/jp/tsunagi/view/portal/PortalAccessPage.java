package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.record.emergency.EmergencyHistory;
import jp.tsunagi.record.law.LawHistory;

/**
 * Who looked: per day, organisation, post and purpose.
 *
 * @param moved sheets that were about another child and are gone, each in a sentence
 */
public record PortalAccessPage(
    NameView child,
    List<EmergencyHistory.Line> emergencies,
    List<LawHistory.Line> laws,
    List<String> moved,
    List<Day> days,
    String home) {

  /** One day, latest first. */
  public record Day(String day, List<Look> looks) {}

  /**
   * What a post of an organisation did that day for one purpose.
   *
   * @param why the purpose in plain words; empty where none is on record
   */
  public record Look(String organisation, String post, String why, List<String> what) {}
}
