package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.base.database.Tx;

/**
 * すでに渡した紙・ファイル: what left the house by a consent and cannot be called back by taking the consent
 * back. Told by the module above, which hands papers out.
 */
public interface HandedOut {
  /**
   * A paper or a file.
   *
   * @param number as it stands on the paper
   * @param receiver who got it
   * @param file an .xlsx; otherwise on paper
   */
  record Copy(String number, String receiver, LocalDate on, boolean file) {}

  /**
   * By that consent, latest first: a guardian with authority is told all of them, staff those whose
   * entry in the record they may read.
   */
  List<Copy> by(Tx tx, Consent consent);
}
