package jp.tsunagi.record.ground;

import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/** Names and readers of consents, for the pages that tell what one is about. */
@Component
record ConsentDescription(ConsentWords words, Readers readers) {
  ConsentWords.Names names(Tx tx, ChildId child) {
    return words.names(tx, child);
  }
}
