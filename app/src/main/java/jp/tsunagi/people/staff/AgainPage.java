package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.FieldView;

/**
 * The password is asked for once more before something that not everybody at this screen may do.
 *
 * @param login whose password: PCs are shared
 * @param to where one goes on then
 */
public record AgainPage(String url, String login, String to, FieldView password) {}
