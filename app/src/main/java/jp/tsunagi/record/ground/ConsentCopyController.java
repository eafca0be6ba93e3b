package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.file.NewFile;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /children/{id}/consents/{consent}/copy}: the signed paper of a consent that is already on
 * file came back; its scan goes to the evidence.
 */
@Controller
class ConsentCopyController {
  private final Database database;
  private final Identities children;
  private final ConsentRegister register;
  private final Evidence evidence;
  private final Scans scans;
  private final Trace trace;

  ConsentCopyController(
      Database database,
      Identities children,
      ConsentRegister register,
      Evidence evidence,
      Scans scans,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.register = register;
    this.evidence = evidence;
    this.scans = scans;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/consents/{consent}/copy")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id, @PathVariable ConsentId consent) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              Consent kept = kept(tx, actor, id, consent);
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
              Typed typed = new Typed(new LinkedMultiValueMap<>());
              return page(
                  tx, kept, typed, DateWords.brief(tx.today()), kept.paperPlace().orElse(""));
            }));
  }

  @PostMapping("/children/{id}/consents/{consent}/copy")
  @Permitted(Permission.STAFF)
  @Traced({Action.GIVE_CONSENT, Action.VIEW_CHILD})
  ModelAndView record(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @PathVariable ConsentId consent,
      @RequestParam UUID form,
      @RequestParam MultiValueMap<String, String> values,
      @RequestParam(required = false) Optional<MultipartFile> scan) {
    List<NewFile.Looked> looked = scans.of(scan);
    return database.call(
        actor,
        tx -> {
          Consent kept = kept(tx, actor, id, consent);
          Typed typed = new Typed(values);
          Optional<LocalDate> on = day(typed, kept, tx.today());
          String place = typed.text("place");
          if (place.codePointCount(0, place.length()) > Paper.LONGEST_PLACE) {
            typed.wrong("place", t("ground.paper.place.long", Paper.LONGEST_PLACE));
          }
          List<NewFile> scans = Paper.scans(typed, looked);
          if (looked.isEmpty()) {
            typed.wrong("scan", t("ground.copy.scan.missing"));
          }
          if (typed.isWrong()) {
            trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
            return Screen.of(page(tx, kept, typed, typed.text("on"), place), 422);
          }
          if (!CopySql.isThere(tx, consent, form)) {
            evidence.add(tx, kept, scans);
            Optional<String> where = Optional.of(place).filter(text -> !text.isEmpty());
            CopySql.add(tx, consent, form, new CopySql.Copy(on.orElseThrow(), where));
          }
          trace.write(tx, Entry.of(Action.GIVE_CONSENT).child(id).purpose("PAPER_RETURNED"));
          return Screen.done("/children/" + id + "/consents/" + consent, "ground.done.copy");
        });
  }

  private static Optional<LocalDate> day(Typed typed, Consent consent, LocalDate today) {
    DayField on = DayField.read(typed.text("on"), today).must();
    on.problem().ifPresent(problem -> typed.wrong("on", problem));
    on.day()
        .filter(day -> day.isAfter(today) || day.isBefore(consent.givenOn()))
        .ifPresent(_ -> typed.wrong("on", t("ground.copy.on.outside")));
    return on.day();
  }

  /** Whoever keeps the evidence takes in its paper; for others there is nothing here. */
  private Consent kept(Tx tx, Actor.Staff actor, ChildId child, ConsentId id) {
    Consent consent = register.get(tx, child, id).consent();
    if (!mayAdd(tx, actor, consent)) {
      throw new NotFound();
    }
    return consent;
  }

  /** Whether the reader may put the signed paper of the consent on file. */
  static boolean mayAdd(Tx tx, Actor.Staff actor, Consent consent) {
    return ConsentRights.offers(actor.seats(), consent.kind()) && Evidence.isKept(tx, consent);
  }

  private ConsentCopyPage page(Tx tx, Consent consent, Typed typed, String on, String place) {
    String back = "/children/" + consent.child() + "/consents/" + consent.id();
    return new ConsentCopyPage(
        children.get(tx, consent.child()),
        Id.fresh().toString(),
        back + "/copy",
        back,
        ConsentWords.kind(consent.kind()),
        FieldView.of("on", t("ground.copy.on"))
            .must()
            .hint(t("ground.copy.on.hint"))
            .value(on)
            .error(typed.problem("on")),
        FieldView.of("place", t("ground.paper.place"))
            .hint(t("ground.paper.place.hint"))
            .value(place)
            .most(Paper.LONGEST_PLACE)
            .error(typed.problem("place")),
        FieldView.of("scan", t("ground.paper.scan"))
            .must()
            .hint(t("ground.paper.scan.hint"))
            .error(typed.problem("scan")));
  }
}
