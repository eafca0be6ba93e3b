package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /consents/confirmations}: what waits until a second organisation confirms it (ADR 8). */
@Controller
class ConfirmationsController {
  static final String URL = "/consents/confirmations";

  private final Database database;
  private final Identities children;
  private final ConsentWords words;
  private final Trace trace;

  ConfirmationsController(Database database, Identities children, ConsentWords words, Trace trace) {
    this.database = database;
    this.children = children;
    this.words = words;
    this.trace = trace;
  }

  @GetMapping("/consents/confirmations")
  @Permitted(Permission.ENROL)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(database.call(actor, tx -> page(tx, actor)));
  }

  private ConfirmationsPage page(Tx tx, Actor.Staff actor) {
    List<Consent> waiting = ConfirmationWaiting.of(tx, actor);
    Map<ChildId, Identity> known = new HashMap<>();
    children
        .find(tx, waiting.stream().map(Consent::child).distinct().toList())
        .forEach(child -> known.put(child.id(), child));
    trace.write(tx, Entry.of(Action.LIST).children(known.keySet()).ground("INVOLVEMENT"));
    return new ConfirmationsPage(
        waiting.stream()
            .filter(consent -> known.containsKey(consent.child()))
            .map(consent ->
                row(tx, consent, java.util.Objects.requireNonNull(known.get(consent.child()))))
            .toList());
  }

  private ConfirmationsPage.Row row(Tx tx, Consent consent, Identity child) {
    var names = words.names(tx, consent.child());
    return new ConfirmationsPage.Row(
        "/children/" + consent.child() + "/consents/" + consent.id(),
        child.view(),
        child.facts(tx.today(), language()),
        ConsentWords.kind(consent.kind()),
        names.receivers(consent.receiving(), consent.place()),
        ConsentWords.day(consent.givenOn()));
  }
}
