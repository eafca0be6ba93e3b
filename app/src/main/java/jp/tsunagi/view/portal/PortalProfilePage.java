package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
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
   */
  public record Writing(
      List<Step> steps,
      String progress,
      int done,
      @Nullable Button resume,
      Button finish,
      @Nullable Button drop) {}

  /** One section, and how much of it is answered. */
  public record Step(String url, Icon icon, String title, String done) {}
}
