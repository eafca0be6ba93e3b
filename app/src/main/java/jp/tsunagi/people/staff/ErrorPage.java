package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.RefusalView;

/** Something did not go as asked: what, why, and the way on. */
public record ErrorPage(RefusalView refusal) {}
