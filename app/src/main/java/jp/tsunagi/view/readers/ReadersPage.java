package jp.tsunagi.view.readers;

import java.util.List;
import jp.tsunagi.people.child.ChildHead;
import jp.tsunagi.record.ground.ShowingWords;

/**
 * だれが見られるか, for those who answer for a place.
 *
 * @param family to whom the person of age shows something; told to hubs alone
 */
public record ReadersPage(ChildHead head, List<Place> places, List<ShowingWords.Line> family) {

  /**
   * A place.
   *
   * @param posts with how many people, in one line
   * @param own what it reads of its own, in words; empty when nothing
   * @param urgent said while somebody there has the record open in an emergency
   */
  public record Place(
      String name, String posts, String own, String urgent, List<Line> open, List<Line> shut) {}

  /** Some categories, with by what and until when they are seen, or with what would be needed. */
  public record Line(String what, String why) {}
}
