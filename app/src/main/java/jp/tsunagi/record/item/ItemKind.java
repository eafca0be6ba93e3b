package jp.tsunagi.record.item;

/** What an item is. */
public enum ItemKind {
  /** A part of a sheet. */
  SHEET,
  /** An entry without approval. */
  NOTE,
  /** The evidence of a consent or of its withdrawal. */
  CONSENT,
  /** Something handed out on paper or as a file. */
  ISSUE,
  /** A file that stands for itself. */
  ATTACHMENT
}
