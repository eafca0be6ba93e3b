package jp.tsunagi.work.request;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.print.RecordPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of one request, for the side on which the reader stands. */
@Component
class RequestView {
  private final Identities children;
  private final PlanRequests requests;
  private final RequestWords words;

  RequestView(Identities children, PlanRequests requests, RequestWords words) {
    this.children = children;
    this.requests = requests;
    this.words = words;
  }

  RequestPage page(
      Tx tx, Actor.Staff actor, PlanRequests.Seen seen, Typed typed, Map<String, String> problems) {
    PlanRequest request = seen.request();
    RequestState state = request.state(tx.today());
    boolean asking = seen.side() == Side.ASKING;
    var steps = RequestSql.steps(tx, request.id());
    RequestWords.Places places = words.places(tx);
    boolean forOther = !asking && !seen.seat().organisation().equals(request.author());
    return new RequestPage(
        children.get(tx, request.child()),
        PlanForms.title(request.form(), request.year()),
        RequestWords.status(request, seen.side(), tx.today()),
        explained(request, seen.side(), tx.today()),
        facts(request, places),
        RequestWords.reason(request, seen.side(), tx.today(), steps).orElse(null),
        asking && state == RequestState.READABLE ? sheet(request) : null,
        !asking && state == RequestState.AGREED ? family(actor, request) : null,
        forOther && state == RequestState.ASKED && seen.seat().may(Right.PRINT)
            ? new Link(
                "/children/" + request.child() + "/requests/" + request.id() + "/paper",
                t("request.paper.print"))
            : null,
        !asking && state == RequestState.ASKED ? answer(tx, request, typed, problems) : null,
        asking && request.canBeCancelled(tx.today())
            ? "/requests/" + request.id() + "/withdrawal"
            : null,
        !asking && request.canBeStopped(tx.today()) ? stop(request, typed, problems) : null,
        RequestWords.history(steps, seen, places));
  }

  /** What the state means for the reader, in a sentence. */
  private static String explained(PlanRequest request, Side side, LocalDate today) {
    return t(
        "request.explained."
            + side
            + "."
            + (side == Side.ASKING ? request.told(today) : request.state(today)));
  }

  private static List<RequestPage.Fact> facts(PlanRequest request, RequestWords.Places places) {
    List<RequestPage.Fact> facts = new ArrayList<>();
    facts.add(fact("asker", places.name(request.child(), request.asker())));
    facts.add(fact("place", places.name(request.child(), request.author())));
    facts.add(fact("what", PlanForms.title(request.form(), request.year())));
    facts.add(fact("section", PlanForms.sections(request.form(), request.sections())));
    facts.add(fact("why", request.why()));
    facts.add(fact("needed", RequestWords.day(request.neededBy())));
    facts.add(fact("until", RequestWords.day(request.until())));
    return facts;
  }

  private static RequestPage.Fact fact(String name, String words) {
    return new RequestPage.Fact(t("request.field." + name), words);
  }

  private static @Nullable Link sheet(PlanRequest request) {
    return request.sheet().map(id -> new Link("/sheets/" + id, t("request.read"))).orElse(null);
  }

  /** The signed paper is taken in by those who take papers in. */
  private static @Nullable Link family(Actor.Staff actor, PlanRequest request) {
    return actor.may(Right.ENROL) || actor.may(Right.INTAKE)
        ? new Link(
            "/children/" + request.child() + "/consents/" + request.id() + "/request",
            t("request.family.paper"))
        : null;
  }

  private static RequestPage.Stop stop(
      PlanRequest request, Typed typed, Map<String, String> problems) {
    FieldView why =
        new Fields("request.field.", "request.hint.", typed, problems)
            .must("stop")
            .most(RequestController.LONGEST);
    return new RequestPage.Stop("/requests/" + request.id() + "/end", why);
  }

  private RequestPage.Answer answer(
      Tx tx, PlanRequest request, Typed typed, Map<String, String> problems) {
    Fields fields = new Fields("request.field.", "request.hint.", typed, problems);
    FieldView reason = fields.must("reason");
    FieldView note = fields.of("note").most(400);
    List<RequestPage.Sheet> sheets =
        requests.sheets(tx, request).entrySet().stream()
            .map(one -> sheet(request, one.getKey(), one.getValue(), typed, problems))
            .toList();
    List<FieldView> wrong = new ArrayList<>(List.of(reason, note));
    sheets.stream().map(RequestPage.Sheet::section).forEach(wrong::add);
    return new RequestPage.Answer(
        "/requests/" + request.id() + "/answer",
        sheets,
        reason,
        fields.options("reason", RefusalReason.values(), "request.reason."),
        note,
        wrong);
  }

  /** All that is asked for is chosen until somebody takes it away. */
  private static RequestPage.Sheet sheet(
      PlanRequest request,
      SheetId id,
      List<RecordPart> parts,
      Typed typed,
      Map<String, String> problems) {
    boolean sent = typed.text("sheet").equals(id.toString());
    FieldView section = FieldView.of("section", t("request.field.show")).must();
    RecordPart first = parts.getFirst();
    return new RequestPage.Sheet(
        id.toString(),
        first.yearly(),
        first.fiscalYear() == request.year(),
        sent ? section.error(problems.get("section")) : section,
        parts.stream()
            .map(part ->
                new Option(
                    part.section().key(),
                    part.section().title().in(language()),
                    !sent || typed.all("section").contains(part.section().key())))
            .toList());
  }
}
