package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.staff.Entrance;
import jp.tsunagi.record.file.NewFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** {@code /consents/reference}: from the QR of a paper that came back to what was prepared. */
@Controller
class ConsentReferenceController {
  private static final String WAY = "consents/reference ";

  private final Database database;
  private final ConsentRequests requests;
  private final Entrance entrance;
  private final Trace trace;

  ConsentReferenceController(
      Database database, ConsentRequests requests, Entrance entrance, Trace trace) {
    this.database = database;
    this.requests = requests;
    this.entrance = entrance;
    this.trace = trace;
  }

  @GetMapping("/consents/reference")
  @Permitted(Permission.ENROL)
  @Traced(Action.NONE)
  ModelAndView show() {
    return Screen.of(page("", null));
  }

  @PostMapping("/consents/reference")
  @Permitted(Permission.ENROL)
  @Traced(value = Action.SEARCH, onlyTyped = true)
  ModelAndView find(
      Actor.Staff actor,
      @RequestParam String reference,
      @RequestParam(required = false) Optional<MultipartFile> scan,
      HttpServletRequest request) {
    var admitted = entrance.admit(WAY + actor.staff(), request);
    if (admitted.isEmpty()) {
      return Screen.of(page(reference, t("ground.reference.wait")), 422);
    }
    String wanted =
        scan.filter(it -> !it.isEmpty())
            .flatMap(ConsentReferenceController::read)
            .orElse(reference);
    return database
        .call(
            actor,
            tx -> {
              Optional<ConsentRequest> found = requests.find(tx, wanted);
              Entry entry = Entry.of(Action.SEARCH);
              trace.write(tx, found.map(it -> entry.child(it.child())).orElse(entry));
              found.ifPresent(_ -> Entrance.succeeded(tx, admitted.get()));
              return found;
            })
        .map(it -> Screen.redirect("/children/" + it.child() + "/consents/" + it.id() + "/paper"))
        .orElseGet(() -> Screen.of(page(wanted, t("ground.reference.none")), 422));
  }

  /** As it came, since nothing of it is kept: drawn smaller, a code could no longer be read. */
  private static Optional<String> read(MultipartFile scan) {
    try {
      return scan.getSize() <= NewFile.MOST_BYTES
              && NewFile.look("", scan.getBytes()) instanceof NewFile.Looked.Good(NewFile file)
          ? QrCode.read(file.content())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConsentReferencePage page(String typed, @Nullable String problem) {
    return new ConsentReferencePage(
        FieldView.of("reference", t("ground.reference.field")).value(typed).error(problem),
        FieldView.of("scan", t("ground.reference.scan")));
  }
}
