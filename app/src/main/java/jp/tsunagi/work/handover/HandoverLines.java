package jp.tsunagi.work.handover;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.OffsetDateTime;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.StatusView;

/** Handovers in words. */
final class HandoverLines {
  private HandoverLines() {}

  static HandoversPage.Line line(HandoverSql.Waiting one, boolean forReceiver) {
    return new HandoversPage.Line(
        "/handovers/" + one.id(),
        new NameView(
            one.family().written(), one.family().kana(), one.given().written(), one.given().kana()),
        one.received() ? "/children/" + one.child() : "",
        DateWords.full(one.birthDate()).in(language()),
        one.receiverName(),
        DateWords.full(one.entryOn()).in(language()),
        day(one.offeredAt()),
        status(one, forReceiver));
  }

  private static StatusView status(HandoverSql.Waiting one, boolean forReceiver) {
    return one.receivedAt()
        .map(at ->
            new StatusView(
                Icon.FINAL,
                t("handover.received"),
                t("handover.received.by", day(at), one.receivedBy().orElse("")),
                false))
        .orElseGet(() ->
            new StatusView(
                Icon.WAITING,
                t(forReceiver ? "handover.waiting.mine" : "handover.waiting"),
                day(one.offeredAt()),
                forReceiver));
  }

  private static String day(OffsetDateTime at) {
    return DateWords.full(at.atZoneSameInstant(ActingClock.JAPAN).toLocalDate()).in(language());
  }
}
