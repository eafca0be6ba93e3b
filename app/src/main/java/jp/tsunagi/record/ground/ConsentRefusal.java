package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import jp.tsunagi.base.ui.RefusalView;

/** Why a consent is not put on file, or not taken back. */
public enum ConsentRefusal {
  /** The guardian does not decide for the child on that day. */
  NO_AUTHORITY,
  /** 18歳: the person decides, not the guardian any more. */
  OF_AGE,
  /** The day of signing lies ahead. */
  IN_FUTURE,
  /** The agreed period is over before it begins. */
  OVER,
  /** Somebody gave, declined or dropped it meanwhile. */
  CLOSED;

  /** The words the reader sees. */
  public RefusalView view() {
    String key = "ground.refused." + name();
    return new RefusalView(t(key + ".what"), t(key + ".why"), t(key + ".remedy"));
  }
}
