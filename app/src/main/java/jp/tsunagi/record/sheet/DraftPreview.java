package jp.tsunagi.record.sheet;

import gg.jte.Content;
import java.util.Optional;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;

/**
 * Makes the paper of a draft as it stands, for the pane beside it: what prints a sheet knows how it
 * looks, and stands above this module.
 */
public interface DraftPreview {
  /** The paper as HTML, of the parts the actor may read; empty when there is none yet. */
  Optional<Content> of(Tx tx, SheetId sheet);
}
