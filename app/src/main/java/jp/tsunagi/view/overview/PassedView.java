package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.view.overview.ChildFacts.Passed;
import org.jspecify.annotations.Nullable;

/** 引継ぎ as events of the timeline: sent, or come and received (A6, A7). */
record PassedView(Actor.Staff reader, ChildFacts child, LocalDate today) {

  List<Event> events() {
    return child.passed().stream().map(this::event).toList();
  }

  private Event event(Passed one) {
    OrganisationId by = one.senderId();
    boolean sent = by != null && reader.organisations().contains(by);
    String sender = one.sender() == null ? "" : one.sender();
    LocalDate received = one.received();
    return new Event(
        one.offered(),
        EventKind.HANDOVER,
        t("overview.kind." + EventKind.HANDOVER),
        sent
            ? t("overview.passed.sent", one.receiver())
            : sender.isEmpty() ? t("overview.passed.came") : t("overview.passed.from", sender),
        received == null
            ? t("overview.passed.open")
            : t("overview.passed.received", Wording.brief(received, today)),
        url(one, sent),
        sent ? sender : one.receiver(),
        List.of(new Link("/children/" + child.id() + "/reason", t("overview.ground.HANDOVER"))));
  }

  private @Nullable String url(Passed one, boolean sent) {
    if (sent) {
      return reader.may(Right.INTAKE) || reader.may(Right.ENROL)
          ? "/children/" + child.id() + "/handovers"
          : null;
    }
    return reader.receiving().isEmpty() ? null : "/handovers/" + one.id() + "/receipt";
  }
}
