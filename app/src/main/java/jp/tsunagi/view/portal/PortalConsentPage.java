package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.ground.Readers;
import org.jspecify.annotations.Nullable;

/**
 * A consent to be signed: the words of the form, who would read what, one's own choice.
 *
 * @param id of the consent it becomes: sent twice it counts once
 */
public record PortalConsentPage(
    NameView child,
    String kind,
    String url,
    String id,
    List<String> words,
    List<Readers.Line> readers,
    List<Option> scope,
    @Nullable RefusalView refusal) {}
