package jp.tsunagi.view.portal;

import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.sheet.PartForm;
import org.jspecify.annotations.Nullable;

/** One section of 個人票 on a phone. */
public record PortalSectionPage(
    NameView child, String url, PartForm form, String back, @Nullable RefusalView refusal) {}
