package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Explanation.Hand;
import jp.tsunagi.base.access.Explanation.Subject;
import jp.tsunagi.base.database.IssueId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import org.jspecify.annotations.Nullable;

/**
 * A line of the record the reader may read.
 *
 * @param section form key/section key of a part of a sheet
 * @param hand what the reader has to do with it while it is not in force yet
 * @param formTitle title of the form the part belongs to, in the reader's language
 * @param turn how often the form is filled in, and which of its year the sheet is
 * @param programme 支援事業 the sheet is about
 * @param by name of the author's organisation; null for the family and the person
 * @param relation what a guardian who wrote it is to the child
 * @param answers of a part that is shown at a glance ({@link ProfileSql#AT_A_GLANCE}), if it was
 *     asked for
 */
record ItemRow(
    ItemId id,
    ItemKind kind,
    Category category,
    @Nullable String section,
    String authorKind,
    UUID author,
    ItemState state,
    boolean latest,
    LocalDate on,
    String gist,
    @Nullable SheetId sheet,
    @Nullable Integer revision,
    Hand hand,
    @Nullable String form,
    @Nullable String formTitle,
    Turn turn,
    @Nullable Integer fiscalYear,
    @Nullable String programme,
    @Nullable String by,
    @Nullable String relation,
    @Nullable IssueId issue,
    @Nullable Answers answers) {

  /** The same, as the rule sees it; the timeline has nothing of any compartment. */
  Subject subject() {
    return new Subject(
        category,
        authorKind,
        author,
        Optional.ofNullable(section),
        Optional.ofNullable(sheet),
        state.name(),
        latest,
        hand,
        false,
        false);
  }

  /** Which filter of the timeline it belongs to. */
  EventKind eventKind() {
    return switch (kind) {
      case CONSENT -> EventKind.CONSENT;
      case ISSUE -> EventKind.ISSUE;
      case NOTE, ATTACHMENT -> EventKind.NOTE;
      case SHEET -> EventKind.ofForm(form == null ? "" : form);
    };
  }

  /** Parts of one version of a sheet are one line. */
  String fold() {
    return sheet == null ? id.toString() : sheet + "/" + revision;
  }
}
