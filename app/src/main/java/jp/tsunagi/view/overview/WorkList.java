package jp.tsunagi.view.overview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The work lists of a hub (A13), in the order of the tabs. */
enum WorkList {
  /** 参加者: who takes part in the programmes this year. */
  PARTICIPANTS,
  /** 支援内容が未作成: of the participants, those whose year is not final. */
  UNWRITTEN,
  /** 同意待ち: the hub's own children without a USE consent. */
  CONSENTS,
  /** 就学予定: 年長 and 小6, who go on next April. */
  ENTERING,
  /** 受領待ち: handovers nobody has confirmed. */
  RECEIPTS;

  /** The word in the address. */
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  String url() {
    return "/lists/" + path();
  }

  static Optional<WorkList> of(String path) {
    return Arrays.stream(values()).filter(one -> one.path().equals(path)).findFirst();
  }
}
