package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** {@code /consents/ending}: consents that end before long, and children who are 18 before long. */
@Controller
class EndingController {
  static final String URL = "/consents/ending";

  private final Database database;
  private final Identities children;
  private final ConsentWords words;
  private final Trace trace;

  EndingController(Database database, Identities children, ConsentWords words, Trace trace) {
    this.database = database;
    this.children = children;
    this.words = words;
    this.trace = trace;
  }

  @GetMapping("/consents/ending")
  @Permitted(Permission.INTAKE)
  @Traced(Action.LIST)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(database.call(actor, tx -> page(tx, actor)));
  }

  private EndingPage page(Tx tx, Actor.Staff actor) {
    List<Consent> ending = EndingWaiting.consents(tx, actor);
    List<Identity> growing = EndingWaiting.growing(tx, actor, children);
    Map<ChildId, Identity> known =
        children.find(tx, ending.stream().map(Consent::child).distinct().toList()).stream()
            .collect(Collectors.toMap(Identity::id, Function.identity()));
    trace.write(
        tx,
        Entry.of(Action.LIST)
            .children(
                Stream.concat(known.keySet().stream(), growing.stream().map(Identity::id))
                    .distinct()
                    .toList())
            .purpose("CONSENTS_ENDING"));
    return new EndingPage(
        ending.stream()
            .filter(consent -> known.containsKey(consent.child()))
            .map(consent ->
                consented(tx, consent, Objects.requireNonNull(known.get(consent.child()))))
            .toList(),
        growing.stream().map(child -> growing(tx, child)).toList());
  }

  private EndingPage.Consented consented(Tx tx, Consent consent, Identity child) {
    String consents = "/children/" + child.id() + "/consents";
    long days = ChronoUnit.DAYS.between(tx.today(), Ending.end(consent));
    return new EndingPage.Consented(
        child.view(),
        child.facts(tx.today(), language()),
        ConsentWords.kind(consent.kind()),
        words.names(tx, child.id()).receivers(consent.receiving(), consent.place()),
        ConsentWords.day(Ending.end(consent)),
        days == 0 ? t("ground.ending.today") : t("ground.ending.days", days),
        consents + "/" + consent.id(),
        consents + "/draft?kind=" + consent.kind());
  }

  private static EndingPage.Growing growing(Tx tx, Identity child) {
    return new EndingPage.Growing(
        child.view(),
        child.facts(tx.today(), language()),
        ConsentWords.day(Ending.ofAge(child)),
        "/children/" + child.id() + "/guardians");
  }
}
