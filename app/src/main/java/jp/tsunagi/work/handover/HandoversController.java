package jp.tsunagi.work.handover;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /handovers}: what comes to the reader's place, and its receipt (A6, A7). */
@Controller
class HandoversController {
  private final Receipt receipt;

  HandoversController(Receipt receipt) {
    this.receipt = receipt;
  }

  @GetMapping("/handovers")
  @Permitted(Permission.RECEIVE)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor) {
    var all = receipt.addressed(actor);
    return Screen.of(
        new HandoversPage(
            all.waiting().stream().map(HandoverLines::received).toList(),
            all.received().stream().map(HandoverLines::received).toList()));
  }

  @GetMapping("/handovers/{id}/receipt")
  @Permitted(Permission.RECEIVE)
  @Traced(Action.LIST)
  ModelAndView ask(Actor.Staff actor, @PathVariable HandoverId id) {
    return Screen.of(HandoverLines.asked(receipt.asked(actor, id)));
  }

  @PostMapping("/handovers/{id}/receipt")
  @Permitted(Permission.RECEIVE)
  @Traced(Action.RECEIVE_HANDOVER)
  ModelAndView confirm(Actor.Staff actor, @PathVariable HandoverId id) {
    return Screen.done("/children/" + receipt.confirm(actor, id), "handover.confirmed");
  }
}
