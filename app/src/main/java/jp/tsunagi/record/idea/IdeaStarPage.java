package jp.tsunagi.record.idea;

/** Whether the reader marked an example, and the button that does it or takes it back. */
public record IdeaStarPage(String id, boolean marked) {}
