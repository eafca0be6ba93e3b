package jp.tsunagi.record.print;

import jp.tsunagi.base.ui.RefusalView;

/** A paper that is not given out any more: why, and what to do. */
public record IssueRefusalPage(RefusalView refusal) {}
