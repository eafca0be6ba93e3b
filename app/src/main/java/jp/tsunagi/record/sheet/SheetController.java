package jp.tsunagi.record.sheet;

import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sheets/{id}}: a sheet as one reads it. */
@Controller
class SheetController {
  private final Database database;
  private final SheetReading reading;
  private final SheetView view;
  private final Approving approving;
  private final Trace trace;

  SheetController(
      Database database, SheetReading reading, SheetView view, Approving approving, Trace trace) {
    this.database = database;
    this.reading = reading;
    this.view = view;
    this.approving = approving;
    this.trace = trace;
  }

  @GetMapping("/sheets/{id}")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(
      Actor.Staff actor, @PathVariable SheetId id, @RequestParam Optional<Integer> version) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              ReadSheet read =
                  version
                      .map(revision -> reading.revision(tx, id, revision))
                      .orElseGet(() -> reading.inUse(tx, id));
              reading.opened(tx, read);
              viewed(tx, trace, read);
              if (version.isEmpty()) {
                approving.opened(tx, read.sheet());
              }
              return version
                  .map(revision -> view.version(tx, read, revision))
                  .orElseGet(() -> view.page(tx, read, null));
            }));
  }

  /** How the row says which sheet was shown. */
  private static final String SHOWN = "sheet";

  /** One row for all parts shown; the item is named when it is one alone. */
  static void viewed(Tx tx, Trace trace, ReadSheet read) {
    String ground =
        read.parts().stream()
            .map(part -> part.own() ? "OWN" : "CONSENT")
            .distinct()
            .sorted()
            .collect(Collectors.joining("+"));
    Entry entry =
        Entry.of(Action.VIEW_SHEET)
            .child(read.sheet().child())
            .ground(ground.isEmpty() ? "OWN" : ground)
            .about(SHOWN, read.sheet().id());
    trace.write(tx, read.parts().size() == 1 ? entry.item(read.parts().getFirst().item()) : entry);
  }
}
