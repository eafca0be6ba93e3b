package jp.tsunagi.work.submission;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.organisation.Place;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /submissions/received}: what was handed in to one's office. */
@Controller
class ReceivedSubmissionsController {
  static final String URL = "/submissions/received";

  private final Database database;
  private final Submissions submissions;
  private final SubmissionWords words;
  private final Identities children;
  private final Trace trace;

  ReceivedSubmissionsController(
      Database database,
      Submissions submissions,
      SubmissionWords words,
      Identities children,
      Trace trace) {
    this.database = database;
    this.submissions = submissions;
    this.words = words;
    this.children = children;
    this.trace = trace;
  }

  @GetMapping("/submissions/received")
  @Permitted(Permission.STAFF)
  @Traced(Action.LIST)
  ModelAndView list(Actor.Staff actor) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              List<Found> found = found(tx, actor);
              trace.write(tx, row(Action.LIST, found).purpose("SUBMISSION"));
              boolean takes = actor.may(Right.EXPORT) && !found.isEmpty();
              return new ReceivedSubmissionsPage(
                  found.stream().map(ReceivedSubmissionsController::group).toList(),
                  takes ? new TakeOut(URL + "/file", List.of()) : null);
            }));
  }

  /** The same as a file. */
  @PostMapping("/submissions/received/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(Actor.Staff actor, @RequestParam String purpose) {
    String what = TakeOut.Purpose.of(purpose).orElseThrow(NotFound::new).name();
    return database.call(
        actor,
        tx -> {
          List<Found> found = found(tx, actor);
          trace.write(tx, row(Action.EXPORT, found).purpose(what));
          return ListFile.cells(
              t("submission.received"),
              List.of(
                  t("submission.column.place"),
                  t("submission.column.room"),
                  t("submission.column.form"),
                  t("submission.column.child"),
                  t("submission.column.until")),
              found.stream().flatMap(one -> cells(one).stream()).toList());
        });
  }

  private static Entry row(Action action, List<Found> found) {
    return Entry.of(action)
        .children(found.stream().flatMap(one -> one.sheets().keySet().stream()).distinct().toList())
        .ground("LAW");
  }

  /** From where, of which form. */
  private record Source(String place, String room, String title) {}

  /**
   * What came from there.
   *
   * @param expected how many there should be; those not counted whose place has no name here
   * @param sheets by child, each with the list it stands in, by reading
   */
  private record Found(
      Source source, int expected, Map<ChildId, Sheet> sheets, List<Identity> children) {}

  /** A sheet that is open today. */
  private record Sheet(Submission list, Submission.Line line) {}

  /**
   * What is open today, as far as the reader sees the child. Where a child's whereabouts are hidden
   * from the reader it stands under 「ある機関」, and is counted nowhere else. A place of which nothing
   * is seen is not named: whoever sees no child there is told nothing of it.
   */
  private List<Found> found(Tx tx, Actor.Staff actor) {
    List<Submission> received = submissions.received(tx, actor);
    Set<UUID> holding = submissions.holding(tx, received);
    Set<ChildId> ids =
        received.stream()
            .flatMap(one -> one.lines().stream())
            .filter(line -> holding.contains(line.ground()))
            .map(Submission.Line::child)
            .collect(Collectors.toSet());
    Map<ChildId, Identity> known =
        children.find(tx, ids).stream().collect(Collectors.toMap(Identity::id, child -> child));
    Set<ChildId> concealed = ids.isEmpty() ? Set.of() : Compartments.concealed(tx);
    var places = words.places(tx);
    Map<Source, Map<ChildId, Sheet>> sheets = new LinkedHashMap<>();
    Map<Source, Integer> expected = new HashMap<>();
    Map<Source, Set<ChildId>> hidden = new HashMap<>();
    for (Submission one : received) {
      String title = SubmissionWords.title(one.what());
      var source =
          new Source(places.getOrDefault(one.what().place(), ""), words.room(tx, one), title);
      expected.putIfAbsent(source, one.expected());
      for (Submission.Line line : one.lines()) {
        if (concealed.contains(line.child())) {
          hidden.computeIfAbsent(source, _ -> new HashSet<>()).add(line.child());
        }
        if (holding.contains(line.ground()) && known.containsKey(line.child())) {
          boolean without = concealed.contains(line.child());
          Source under = without ? new Source(Place.unnamed(), "", title) : source;
          sheets
              .computeIfAbsent(under, _ -> new HashMap<>())
              .putIfAbsent(line.child(), new Sheet(one, line));
        }
      }
    }
    List<Found> found = new ArrayList<>();
    sheets.forEach((source, by) ->
        found.add(
            new Found(
                source,
                expected.getOrDefault(source, by.size())
                    - hidden.getOrDefault(source, Set.of()).size(),
                by,
                inOrder(known, by.keySet()))));
    return found;
  }

  private static List<Identity> inOrder(Map<ChildId, Identity> known, Set<ChildId> which) {
    return known.values().stream()
        .filter(child -> which.contains(child.id()))
        .sorted(java.util.Comparator.comparing(child -> child.name().sortKey()))
        .toList();
  }

  private static ReceivedSubmissionsPage.Group group(Found one) {
    int missing = Math.max(0, one.expected() - one.children().size());
    return new ReceivedSubmissionsPage.Group(
        one.source().title(),
        one.source().place(),
        one.source().room(),
        t(
            "submission.count",
            one.children().size(),
            Math.max(one.expected(), one.children().size())),
        missing == 0 ? "" : t("submission.missing", missing),
        one.children().stream()
            .map(child -> {
              Sheet sheet = Objects.requireNonNull(one.sheets().get(child.id()));
              return new ReceivedSubmissionsPage.Row(
                  child.view(),
                  child.line(),
                  "/sheets/" + sheet.line().sheet(),
                  t("submission.until", SubmissionWords.day(sheet.list().lastDay())));
            })
            .toList());
  }

  private static List<List<ListFile.Cell>> cells(Found one) {
    return one.children().stream()
        .map(child -> {
          Sheet sheet = Objects.requireNonNull(one.sheets().get(child.id()));
          return List.of(
              ListFile.Cell.of(one.source().place()),
              ListFile.Cell.of(one.source().room()),
              ListFile.Cell.of(one.source().title()),
              ListFile.Cell.of(child.line()),
              ListFile.Cell.of(sheet.list().lastDay()));
        })
        .toList();
  }
}
