package jp.tsunagi.base.access;

/** 接続の段階 (A11): how far an organisation works with the system itself. */
public enum Connection {
  /** 紙で連携: everything comes and goes on paper. */
  PAPER,
  /** 閲覧: reads, writes nothing. */
  READ,
  /** 閲覧と入力. */
  READ_WRITE;

  public boolean reads() {
    return this != PAPER;
  }

  public boolean writes() {
    return this == READ_WRITE;
  }
}
