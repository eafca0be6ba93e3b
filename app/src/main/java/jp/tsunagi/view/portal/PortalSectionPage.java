package jp.tsunagi.view.portal;

import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.sheet.PartForm;
import org.jspecify.annotations.Nullable;

/**
 * One section of 個人票 on a phone.
 *
 * @param where how many sections there are, and which this is
 * @param last whether no section follows
 * @param previous the section before, or null
 * @param back to all sections
 */
public record PortalSectionPage(
    NameView child,
    String url,
    PartForm form,
    String where,
    boolean last,
    @Nullable String previous,
    String back,
    @Nullable RefusalView refusal) {}
