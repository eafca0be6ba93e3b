package jp.tsunagi.run.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Text;
import jp.tsunagi.run.ledger.RunSql.State;
import jp.tsunagi.run.ledger.UploadSql.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** {@code /import/children}: the ledger of a hub comes in; first looked at, then taken. */
@Controller
class LedgerImportController {
  /** Longer than this nobody waits without seeing something move. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final Database database;
  private final LedgerRun run;
  private final LedgerDesk desk;
  private final Trace trace;

  LedgerImportController(Database database, LedgerRun run, LedgerDesk desk, Trace trace) {
    this.database = database;
    this.run = run;
    this.desk = desk;
    this.trace = trace;
  }

  @GetMapping("/import/children")
  @Permitted(Permission.INTAKE)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(database.call(actor, tx -> LedgerView.start(null, waiting(tx, actor))));
  }

  private static int waiting(Tx tx, Actor.Staff actor) {
    return FamilySql.waiting(tx, FamiliesController.hubs(actor));
  }

  /** Keeps the file and leads to what would come of it; nothing is taken in yet. */
  @PostMapping("/import/children")
  @Permitted(Permission.INTAKE)
  @Traced(value = Action.IMPORT, onlyTyped = true)
  ModelAndView upload(
      Actor.Staff actor,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
    return desk.soon(() -> upload(actor, name(file), content(file)))
        .orElseGet(
            () -> database.call(actor, tx -> refused(tx, actor, new Sheet.Unreadable.Busy())));
  }

  private ModelAndView upload(Actor.Staff actor, String name, byte[] content) {
    return switch (LedgerFile.read(content)) {
      case Sheet.Outcome.Refused(var why) -> database.call(actor, tx -> refused(tx, actor, why));
      case Sheet.Outcome.Read(var sheet) ->
          database.call(
              actor,
              tx ->
                  switch (LedgerBudget.take(tx, actor.staff(), sheet.rows().size())) {
                    case LedgerBudget.Answer.Spent(int budget, int used) ->
                        refused(
                            tx,
                            actor,
                            new Sheet.Unreadable.Spent(sheet.rows().size(), budget, used));
                    case LedgerBudget.Answer.Granted() -> keep(tx, actor, name, content);
                  });
    };
  }

  private static ModelAndView refused(Tx tx, Actor.Staff actor, Sheet.Unreadable why) {
    return Screen.of(LedgerView.start(LedgerView.refusal(why), waiting(tx, actor)), 422);
  }

  private ModelAndView keep(Tx tx, Actor.Staff actor, String name, byte[] content) {
    Seat seat = actor.with(Right.INTAKE).getFirst();
    Upload upload = UploadSql.keep(tx, actor.staff(), seat.organisation(), name, content);
    trace.write(tx, Entry.of(Action.IMPORT).seat(seat).purpose("LEDGER_CHECK"));
    return Screen.redirect("/import/children/" + upload.id());
  }

  /** What would come of it, row by row, as of now. */
  @GetMapping("/import/children/{upload}")
  @Permitted(Permission.INTAKE)
  @Traced(Action.MATCH)
  ModelAndView look(
      Actor.Staff actor,
      @PathVariable UUID upload,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "0") int from) {
    return database
        .call(actor, tx -> begun(tx, actor, upload))
        .orElseGet(() ->
            alone(
                actor,
                tx -> {
                  Upload kept = kept(tx, actor, upload);
                  return Screen.of(
                      new LedgerCheckView(
                              kept,
                              run.checked(tx, seat(actor, kept), kept),
                              StaffNames.of(tx, kept.organisation()),
                              LedgerCheckView.Kind.of(show),
                              Math.max(0, from))
                          .page());
                }));
  }

  /** Where it is shown how far it is, once it is being taken in. */
  private Optional<ModelAndView> begun(Tx tx, Actor.Staff actor, UUID upload) {
    if (RunSql.find(tx, actor.staff(), upload).isEmpty()) {
      return Optional.empty();
    }
    trace.write(tx, Entry.of(Action.MATCH).ground("REPEATED"));
    return Optional.of(Screen.redirect("/import/children/" + upload + "/progress"));
  }

  private ModelAndView alone(Actor.Staff actor, Function<Tx, ModelAndView> work) {
    return desk.soon(() -> database.call(actor, work)).orElseThrow(LedgerBusy::new);
  }

  private static Seat seat(Actor.Staff actor, Upload kept) {
    return actor.at(kept.organisation(), one -> one.may(Right.INTAKE)).orElseThrow(NotFound::new);
  }

  private static byte[] content(@Nullable MultipartFile file) {
    try {
      return file == null ? new byte[0] : file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(@Nullable MultipartFile file) {
    return Optional.ofNullable(file).map(MultipartFile::getOriginalFilename).orElse("");
  }

  /**
   * Takes in what is sound, all in one act; what takes longer than a moment shows how far it is.
   */
  @PostMapping("/import/children/{upload}")
  @Permitted(Permission.INTAKE)
  @Traced(Action.IMPORT)
  ModelAndView take(Actor.Staff actor, @PathVariable UUID upload) {
    Begun begun = database.call(actor, tx -> begin(tx, actor, upload));
    State state =
        run.start(actor, begun.seat(), begun.upload())
            .completeOnTimeout(State.RUNNING, MOMENT.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    return state == State.DONE
        ? Screen.done("/import/children/" + upload + "/progress", "ledger.done")
        : Screen.redirect("/import/children/" + upload + "/progress");
  }

  private record Begun(Seat seat, Upload upload) {}

  private Begun begin(Tx tx, Actor.Staff actor, UUID upload) {
    Upload kept = kept(tx, actor, upload);
    Seat seat = seat(actor, kept);
    // taken out first: sent twice, also at once, the second finds nothing
    if (!UploadSql.drop(tx, upload)) {
      throw new NotFound();
    }
    RunSql.begin(tx, actor.staff(), kept);
    trace.write(tx, Entry.of(Action.IMPORT).seat(seat).purpose("LEDGER_BEGIN"));
    return new Begun(seat, kept);
  }

  private static Upload kept(Tx tx, Actor.Staff actor, UUID upload) {
    return UploadSql.find(tx, actor.staff(), upload).orElseThrow(NotFound::new);
  }

  /** The rows that stay outside, as a file to put right. */
  @GetMapping("/import/children/{upload}/errors")
  @Permitted(Permission.INTAKE)
  @Traced(Action.EXPORT)
  ModelAndView errors(Actor.Staff actor, @PathVariable UUID upload) {
    return alone(
        actor,
        tx -> {
          Upload kept = kept(tx, actor, upload);
          Checked checked = run.checked(tx, seat(actor, kept), kept);
          trace.write(tx, Entry.of(Action.EXPORT).purpose("LEDGER_ERRORS"));
          return ListFile.of(
              Text.t("ledger.errors.name"),
              LedgerView.errorHeads(),
              checked.bad().stream().map(LedgerView::errorRow).toList());
        });
  }
}
