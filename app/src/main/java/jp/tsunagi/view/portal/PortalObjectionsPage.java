package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.ground.ObjectionForm;
import jp.tsunagi.record.ground.ObjectionWords;
import jp.tsunagi.record.ground.Readers;
import org.jspecify.annotations.Nullable;

/**
 * 共有しない希望 of one child: what was said, and saying one.
 *
 * @param losses who would no longer read what; null before the guardian asked to see
 */
public record PortalObjectionsPage(
    NameView child,
    String url,
    List<ObjectionWords.Line> lines,
    ObjectionForm.View form,
    @Nullable List<Readers.Line> losses,
    @Nullable RefusalView refusal) {}
