package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/consents}: what the family agreed to (A3, A6, A7). */
@Controller
class ConsentsController {
  private final Database database;
  private final Identities children;
  private final ConsentRegister register;
  private final ConsentRequests requests;
  private final ConsentWords words;
  private final Objections objections;
  private final List<ConsentWays> ways;
  private final Trace trace;

  ConsentsController(
      Database database,
      Identities children,
      ConsentRegister register,
      ConsentRequests requests,
      ConsentWords words,
      Objections objections,
      List<ConsentWays> ways,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.register = register;
    this.requests = requests;
    this.words = words;
    this.objections = objections;
    this.ways = ways;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/consents")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, id)));
  }

  private ConsentsPage page(Tx tx, Actor.Staff actor, ChildId id) {
    Identity child = children.get(tx, id);
    var names = words.names(tx, id);
    Map<Boolean, List<ConsentsPage.Row>> rows =
        register.of(tx, id).stream()
            .collect(
                Collectors.partitioningBy(
                    seen -> seen.consent().canBeWithdrawn(tx.today()),
                    Collectors.mapping(
                        seen -> row(seen, names, actor, tx.today()), Collectors.toList())));
    boolean keeps = Evidence.keeper(tx).isPresent();
    Map<Boolean, List<ConsentsPage.Waiting>> open =
        requests.waiting(tx, id).stream()
            .collect(
                Collectors.partitioningBy(
                    ConsentRequest::sent,
                    Collectors.mapping(it -> waiting(it, names, keeps), Collectors.toList())));
    trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
    return new ConsentsPage(
        child,
        Stream.concat(
                asks(actor, id).stream(),
                ways.stream().flatMap(way -> way.of(tx, actor, id).stream()))
            .toList(),
        open.getOrDefault(false, List.of()),
        open.getOrDefault(true, List.of()),
        rows.getOrDefault(true, List.of()),
        rows.getOrDefault(false, List.of()),
        Objections.hub(tx, actor, id).map(_ -> "/children/" + id + "/objections").orElse(null),
        objections.of(tx, id).stream().filter(one -> one.holds(tx.today())).count(),
        Objections.hub(tx, actor, id)
            .filter(_ -> Showings.ofAge(tx, child))
            .map(_ -> "/children/" + id + "/showings")
            .orElse(null));
  }

  private static List<Link> asks(Actor.Staff actor, ChildId id) {
    return Arrays.stream(ConsentKind.values())
        .filter(kind -> ConsentRights.offers(actor.seats(), kind))
        .map(kind ->
            new Link("/children/" + id + "/consents/draft?kind=" + kind, t("ground.ask." + kind)))
        .toList();
  }

  private static ConsentsPage.Waiting waiting(
      ConsentRequest request, ConsentWords.Names names, boolean keeps) {
    return new ConsentsPage.Waiting(
        keeps ? "/children/" + request.child() + "/consents/" + request.id() + "/request" : null,
        ConsentWords.kind(request.kind()),
        names.receivers(request.receiving(), request.place()),
        Reference.shown(request.reference()));
  }

  private static ConsentsPage.Row row(
      ConsentRegister.Seen seen, ConsentWords.Names names, Actor.Staff actor, LocalDate today) {
    Consent consent = seen.consent();
    String url = "/children/" + consent.child() + "/consents/" + consent.id();
    boolean withdraws =
        consent.canBeWithdrawn(today) && ConsentRights.offers(actor.seats(), consent.kind());
    return new ConsentsPage.Row(
        url,
        ConsentWords.kind(consent.kind()),
        ConsentWords.status(consent, today),
        names.receivers(consent.receiving(), consent.place()),
        ConsentWords.scope(consent.scope(), consent.withHistory()),
        consent
            .period()
            .lastDay()
            .map(last -> t("ground.list.until", ConsentWords.day(last)))
            .orElseGet(() -> t("ground.list.until.open")),
        t("ground.list.from", ConsentWords.day(consent.period().from())),
        names.guardian(consent.giver()),
        t(
            "ground.list.how",
            ConsentWords.day(consent.givenOn()),
            t("ground.means." + consent.means())),
        ConsentWords.why(seen.why()),
        withdraws ? url + "/withdrawal" : null);
  }
}
