package jp.tsunagi.work.handover;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.OffsetDateTime;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.record.ground.SectionWords;
import org.jspecify.annotations.Nullable;

/** Handovers in words. */
final class HandoverLines {
  private HandoverLines() {}

  /** As the receiver sees it; what waits is confirmed. */
  static HandoversPage.Line received(HandoverSql.Waiting one) {
    return line(
        one,
        true,
        one.received()
            ? null
            : new Link("/handovers/" + one.id() + "/receipt", t("handover.confirm")));
  }

  /** What the receiver is asked before it confirms: who comes, from where, what is opened. */
  static ReceiptPage asked(HandoverSql.Waiting one) {
    return new ReceiptPage(
        new NameView(
            one.family().written(), one.family().kana(), one.given().written(), one.given().kana()),
        DateWords.plain(one.birthDate()).in(language()),
        one.sender().orElse(null),
        one.receiverName(),
        DateWords.plain(one.entryOn()).in(language()),
        day(one.offeredAt()),
        SectionWords.of(one.scope()),
        one.until()
            .map(to -> DateWords.plain(to.minusDays(1)).in(language()))
            .orElseGet(() -> t("handover.sheet.open-end")),
        "/handovers/" + one.id() + "/receipt");
  }

  /** As the sender sees it; what nobody has received can be taken back by those who may send. */
  static HandoversPage.Line sent(HandoverSql.Waiting one, boolean recallable) {
    String url = "/children/" + one.child() + "/handovers/" + one.id() + "/recall";
    return line(
        one, false, one.received() || !recallable ? null : new Link(url, t("handover.recall")));
  }

  private static HandoversPage.Line line(
      HandoverSql.Waiting one, boolean forReceiver, @Nullable Link act) {
    return new HandoversPage.Line(
        new NameView(
            one.family().written(), one.family().kana(), one.given().written(), one.given().kana()),
        one.received() ? "/children/" + one.child() : "",
        DateWords.plain(one.birthDate()).in(language()),
        one.receiverName(),
        one.sender().orElse(""),
        SectionWords.line(one.scope()),
        DateWords.plain(one.entryOn()).in(language()),
        day(one.offeredAt()),
        status(one, forReceiver),
        act,
        forReceiver);
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
    return DateWords.plain(at.atZoneSameInstant(ActingClock.JAPAN).toLocalDate()).in(language());
  }
}
