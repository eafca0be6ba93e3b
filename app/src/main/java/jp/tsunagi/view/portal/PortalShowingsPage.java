package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.ground.ShowingForm;
import jp.tsunagi.record.ground.ShowingWords;
import org.jspecify.annotations.Nullable;

/**
 * 家族に見せる: what the person of age shows to whom, and showing something more.
 *
 * @param preview what it would open; null before the person asked to see
 */
public record PortalShowingsPage(
    NameView child,
    String url,
    List<ShowingWords.Line> lines,
    ShowingForm.View form,
    ShowingWords.@Nullable Preview preview,
    @Nullable RefusalView refusal) {}
