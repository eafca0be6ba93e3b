package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.sheet.LiftView;
import jp.tsunagi.record.sheet.LineView;
import org.jspecify.annotations.Nullable;

/**
 * 個人票 as a way in steps.
 *
 * @param lead what this is and what comes next
 * @param consent where the consent is read that must come first; null once it is given
 * @param begin what starts it, or a new version of it; null while one is being written
 * @param writing how far it is; null when nothing is being written
 * @param read where the version handed in is read; null before there is one
 */
public record PortalProfilePage(
    NameView child,
    String lead,
    @Nullable String consent,
    @Nullable Button begin,
    @Nullable Writing writing,
    @Nullable String read,
    @Nullable RefusalView refusal) {

  /** A button with the address it is sent to. */
  public record Button(String url, String words) {}

  /**
   * What is being written.
   *
   * @param resume the section to go on with; null when all are full
   * @param finish where it is handed in
   * @param drop where a new version is given up; null for the first
   * @param lift to go on on a later version of the form; null on the newest
   * @param lifting where that is sent
   * @param left what has no place in the version it is on
   */
  public record Writing(
      List<Step> steps,
      String progress,
      int done,
      @Nullable Button resume,
      Button finish,
      @Nullable Button drop,
      @Nullable LiftView lift,
      String lifting,
      List<LineView> left) {}

  /** One section, and how much of it is answered. */
  public record Step(String url, Icon icon, String title, String done) {}
}
