package jp.tsunagi.record.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists of what is in approval. */
enum ApprovalList {
  /** 決裁待ち: it is the turn of one of the reader's posts. */
  WAITING,
  /** 後閲: somebody decided in place of one of the reader's posts. */
  SIGHT,
  /** 差し戻し: given back to the reader, who writes it. */
  RETURNED,
  /** 出したもの: written by the reader, and on its way. */
  SENT;

  /** As it stands in an address. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ApprovalList> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
