package jp.tsunagi.record.idea;

import java.util.List;
import jp.tsunagi.base.ui.Option;

/**
 * 書き方の例: the bank beside the writing screen, shown by {@code record/idea/Pane.jte}.
 *
 * @param action where the filter is sent without scripts
 */
public record IdeaPane(
    String action,
    String q,
    boolean mine,
    List<Option> kinds,
    List<Option> needs,
    List<Option> areas,
    List<Option> stages,
    IdeaFoundPage found) {}
