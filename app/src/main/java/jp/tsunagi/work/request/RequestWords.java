package jp.tsunagi.work.request;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Place;
import org.springframework.stereotype.Component;

/** Says requests in words, to each side what it may know. */
@Component
record RequestWords(Organisations organisations) {

  /** What places are called, beside one child or another. */
  record Places(
      Map<OrganisationId, String> names, Set<ChildId> concealed, List<OrganisationId> own) {
    /** As the reader may know it: of a child whose address is hidden other places have no name. */
    String name(ChildId child, OrganisationId place) {
      return conceals(child, place) ? Place.unnamed() : names.getOrDefault(place, "");
    }

    boolean conceals(ChildId child, OrganisationId place) {
      return concealed.contains(child) && !own.contains(place);
    }
  }

  Places places(Tx tx) {
    return new Places(
        organisations.all(tx).stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::name)),
        Compartments.concealed(tx),
        tx.scope().organisations());
  }

  /** How it stands, as that side is told. */
  static StatusView status(PlanRequest request, Side side, LocalDate today) {
    boolean asking = side == Side.ASKING;
    RequestState state = asking ? request.told(today) : request.state(today);
    String since =
        switch (state) {
          case ASKED -> t("request.until", day(request.neededBy()));
          case READABLE ->
              request.readableTo().map(to -> t("request.until", day(to.minusDays(1)))).orElse("");
          default -> "";
        };
    return new StatusView(
        icon(state),
        t("request.state." + (asking && state == RequestState.ASKED ? "WAITING" : state)),
        since.isEmpty() ? null : since,
        !asking && state == RequestState.ASKED);
  }

  private static Icon icon(RequestState state) {
    return switch (state) {
      case READABLE -> Icon.FINAL;
      case ASKED, AGREED, CONFIRMING -> Icon.WAITING;
      case REFUSED, DECLINED, WITHDRAWN, STOPPED, CANCELLED -> Icon.REMOVE;
      case EXPIRED, ENDED -> Icon.ENDED;
    };
  }

  /** Why not, in the words that both sides read: as long as that side is told that it is a no. */
  static Optional<String> reason(
      PlanRequest request, Side side, LocalDate today, List<RequestSql.Step> steps) {
    if (request.stored() == RequestState.STOPPED) {
      return Optional.of(note(steps, RequestMove.STOPPED));
    }
    if (side == Side.ASKING && request.told(today) != RequestState.REFUSED) {
      return Optional.empty();
    }
    String note = note(steps, RequestMove.REFUSED);
    return switch (request.stored()) {
      case REFUSED, DECLINED -> {
        RefusalReason why = request.reason().orElse(RefusalReason.UNSAID);
        yield Optional.of(
            why == RefusalReason.OTHER ? note : (t("request.reason." + why) + spaced(note)));
      }
      default -> Optional.empty();
    };
  }

  private static String note(List<RequestSql.Step> steps, RequestMove move) {
    return steps.stream()
        .filter(step -> step.move() == move)
        .map(RequestSql.Step::note)
        .findFirst()
        .orElse("");
  }

  private static String spaced(String note) {
    return note.isEmpty() ? "" : "\u3000" + note;
  }

  /**
   * What happened, as far as that side is told.
   *
   * <p>To whoever asked every no is the asked place's own.
   */
  static List<RequestPage.Step> history(
      List<RequestSql.Step> steps, PlanRequests.Seen seen, Places places) {
    PlanRequest request = seen.request();
    String author = places.name(request.child(), request.author());
    return steps.stream()
        .filter(step -> seen.side() == Side.ANSWERING || request.tells(step.move(), step.when()))
        .map(step ->
            seen.side() == Side.ASKING && request.isNo(step.move())
                ? new RequestPage.Step(
                    day(step.when()), t("request.move." + RequestMove.REFUSED), author)
                : new RequestPage.Step(
                    day(step.when()), t("request.move." + step.move()), who(step, seen, places)))
        .toList();
  }

  /** One's own people by name, the other place by its name, the family as the family. */
  private static String who(RequestSql.Step step, PlanRequests.Seen seen, Places places) {
    if (step.move().ofFamily()) {
      return t("request.family");
    }
    return step.at().filter(seen.seat().organisation()::equals).isPresent()
        ? t("request.who", step.place(), step.who())
        : step.at().map(at -> places.name(seen.request().child(), at)).orElse("");
  }

  static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }

  static String day(Instant at) {
    return day(LocalDate.ofInstant(at, ActingClock.JAPAN));
  }
}
