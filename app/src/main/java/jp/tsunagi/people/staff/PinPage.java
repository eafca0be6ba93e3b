package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Notice;
import org.jspecify.annotations.Nullable;

/**
 * One's own PIN.
 *
 * @param since since when there is one, in words; null where there is none
 * @param end where it is taken away; null where there is none
 */
public record PinPage(
    String url,
    String login,
    @Nullable String since,
    @Nullable String end,
    FieldView pin,
    FieldView again,
    @Nullable Notice notice) {}
