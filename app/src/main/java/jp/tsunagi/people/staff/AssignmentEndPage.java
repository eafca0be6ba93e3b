package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.FieldView;
import org.jspecify.annotations.Nullable;

/**
 * Ending a post.
 *
 * @param takeBack where one that has not begun is taken back; null once it has
 */
public record AssignmentEndPage(
    String url,
    String staffUrl,
    String name,
    String organisation,
    String post,
    String period,
    FieldView lastDay,
    @Nullable String takeBack) {}
