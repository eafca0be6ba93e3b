package jp.tsunagi.work.handover;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/handovers}: handing a child over to the next place. */
@Controller
class OffersController {
  private final Offer offer;
  private final java.time.Clock clock;

  OffersController(Offer offer, java.time.Clock clock) {
    this.offer = offer;
    this.clock = clock;
  }

  @GetMapping("/children/{child}/handovers")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId child) {
    return Screen.of(page(actor, child, null));
  }

  @PostMapping("/children/{child}/handovers")
  @Permitted(Permission.STAFF)
  @Traced(Action.OFFER_HANDOVER)
  ModelAndView offer(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam ConsentId consent,
      @RequestParam OrganisationId receiver,
      @RequestParam String entry) {
    LocalDate today = LocalDate.now(clock);
    if (!(DateReader.anyDay(today).read(entry) instanceof DateReading.Read(var day))) {
      return Screen.of(page(actor, child, refusal("handover.entry.unread", entry)), 422);
    }
    return switch (offer.offer(actor, child, consent, receiver, day)) {
      case Offer.Outcome.Offered _ ->
          Screen.done("/children/" + child + "/handovers", "handover.offered");
      case Offer.Outcome.OnPaper(var name) ->
          Screen.of(page(actor, child, onPaper(child, name)), 422);
    };
  }

  @PostMapping("/children/{child}/handovers/{handover}/recall")
  @Permitted(Permission.STAFF)
  @Traced(Action.OFFER_HANDOVER)
  ModelAndView recall(
      Actor.Staff actor, @PathVariable ChildId child, @PathVariable HandoverId handover) {
    return offer.recall(actor, child, handover)
        ? Screen.done("/children/" + child + "/handovers", "handover.recalled")
        : Screen.of(page(actor, child, tooLate()), 422);
  }

  private static RefusalView tooLate() {
    return new RefusalView(
        t("handover.recall.late.what"),
        t("handover.recall.late.why"),
        t("handover.recall.late.remedy"));
  }

  private OffersPage page(Actor.Staff actor, ChildId child, @Nullable RefusalView refusal) {
    var overview = offer.overview(actor, child);
    boolean offers = actor.may(Right.INTAKE) || actor.may(Right.ENROL);
    return new OffersPage(
        "/children/" + child,
        overview.child().view(),
        overview.child().line(),
        offers,
        overview.agreed().stream().map(OffersController::agreed).toList(),
        overview.offered().stream()
            .map(one -> HandoverLines.sent(one, overview.recallable().contains(one.id())))
            .toList(),
        refusal);
  }

  private static OffersPage.Agreed agreed(HandoverSql.Agreed one) {
    return new OffersPage.Agreed(
        one.consent().toString(),
        one.receiver().toString(),
        one.receiverName(),
        DateWords.full(one.givenOn()).in(language()),
        DateWords.full(one.entryOn()).in(language()),
        one.connection().equals("PAPER"));
  }

  private static RefusalView refusal(String key, String argument) {
    return new RefusalView(t(key + ".what"), t(key + ".why", argument), t(key + ".remedy"));
  }

  private static RefusalView onPaper(ChildId child, String receiver) {
    return new RefusalView(
        t("handover.paper.what"),
        List.of(t("handover.paper.why", receiver)),
        t("handover.paper.remedy"),
        List.of(new Link("/children/" + child + "/support-sheet", t("handover.paper.way"))));
  }
}
