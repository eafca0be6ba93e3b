package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.FieldView;

/**
 * The password is asked for once more before something is done to one's second factor.
 *
 * @param back where whoever thinks better of it goes
 * @param title what is done, and what the button says
 */
public record PasswordAgainPage(
    String url, String back, String title, String lead, FieldView password) {}
