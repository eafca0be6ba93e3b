package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * 個人票 as a way in steps.
 *
 * @param begin where it is started; null once it is
 * @param finish where it is handed in; null before it is started
 */
public record PortalProfilePage(
    NameView child,
    List<Step> steps,
    @Nullable String begin,
    @Nullable String finish,
    @Nullable RefusalView refusal) {

  /** One section, and how much of it is answered. */
  public record Step(String url, String title, String done) {}
}
