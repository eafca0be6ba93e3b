package jp.tsunagi.record.sheet;

import java.util.Optional;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;

/** A guardian's answer that staff note down: who, on paper or orally, which day. */
final class Noting {
  private Noting() {}

  /** Empty when it was not said who or when. */
  static Optional<Confirmation> answer(Tx tx, Typing typing) {
    var means =
        typing.one("means").filter("ORALLY"::equals).isPresent()
            ? Confirmation.Means.ORALLY
            : Confirmation.Means.PAPER;
    return typing
        .uuid("guardian")
        .map(GuardianId::new)
        .flatMap(guardian ->
            typing
                .one("on")
                .flatMap(text -> Drafting.day(tx, text))
                .map(on -> new Confirmation(guardian, means, on, typing.one("note"))));
  }
}
