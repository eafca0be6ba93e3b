package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.FieldView;
import org.jspecify.annotations.Nullable;

/**
 * Ending a post.
 *
 * @param takeBack where one that has not begun, or waits, is taken back; null once it has
 * @param waits it waits to be confirmed: there is nothing to end
 */
public record AssignmentEndPage(
    String url,
    String staffUrl,
    String name,
    String organisation,
    String post,
    String period,
    FieldView lastDay,
    @Nullable String takeBack,
    boolean waits) {}
