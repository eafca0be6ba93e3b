package jp.tsunagi.run.ledger;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * The way in for a ledger: which columns it has, and the file.
 *
 * @param columns the heads that are understood, and whether they are needed
 * @param waiting families still to be asked
 */
public record LedgerPage(
    @Nullable RefusalView refusal, FieldView file, List<Head> columns, int waiting) {
  /** A column. */
  public record Head(String name, String variants, boolean needed) {}
}
