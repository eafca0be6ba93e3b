package jp.tsunagi.view.overview;

import java.util.Arrays;
import java.util.List;
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

  /** How far the handover of a child that goes on has come. */
  enum Going {
    /** Nobody has agreed to a handover yet. */
    UNASKED,
    /** A guardian agreed; nothing was handed over. */
    AGREED,
    /** A handover was offered. */
    HANDED
  }

  /** The word in the address. */
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  String url() {
    return "/lists/" + path();
  }

  /** Whether a line is a child's year in one programme. */
  boolean ofProgrammes() {
    return this == PARTICIPANTS || this == UNWRITTEN;
  }

  /** The states a reader narrows the list by; none where all lines stand the same. */
  List<String> states() {
    return switch (this) {
      case PARTICIPANTS -> names(Plan.State.values());
      case UNWRITTEN ->
          names(Plan.State.values()).stream()
              .filter(one -> !one.equals(Plan.State.FINAL.name()))
              .toList();
      case ENTERING -> names(Going.values());
      case CONSENTS, RECEIPTS -> List.of();
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  static Optional<WorkList> of(String path) {
    return Arrays.stream(values()).filter(one -> one.path().equals(path)).findFirst();
  }
}
