package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.Link;

/**
 * A question before something is done.
 *
 * @param submit what the button says
 * @param back where one came from
 */
public record QuestionPage(String title, String lead, String url, String submit, Link back) {}
