package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.file.Files;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/consents/{consent}}: one consent with its evidence. */
@Controller
class ConsentController {
  private final Database database;
  private final Identities children;
  private final ConsentRegister register;
  private final ConsentWords words;
  private final Files files;
  private final Trace trace;

  ConsentController(
      Database database,
      Identities children,
      ConsentRegister register,
      ConsentWords words,
      Files files,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.register = register;
    this.words = words;
    this.files = files;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/consents/{consent}")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id, @PathVariable ConsentId consent) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
              return page(tx, actor, register.get(tx, id, consent));
            }));
  }

  /**
   * Whether the reader may send by it: it names a receiver of the register other than the reader.
   */
  private static boolean hands(Tx tx, Actor.Staff actor, Consent consent) {
    Consent.State state = consent.state(tx.today());
    return consent.kind() == ConsentKind.HANDOVER
        && (state == Consent.State.IN_FORCE || state == Consent.State.COMING)
        && consent.receiving().stream().anyMatch(it -> !actor.organisations().contains(it))
        && (actor.may(Right.INTAKE) || actor.may(Right.ENROL));
  }

  private static String withdrawn(Consent.Withdrawal withdrawal) {
    String day = ConsentWords.day(withdrawal.askedOn());
    return withdrawal
        .means()
        .map(means -> t("ground.withdrawn", day, t("ground.means." + means)))
        .orElseGet(() -> t(withdrawal.stopped() ? "ground.stopped" : "ground.unneeded", day));
  }

  private static String copy(CopySql.Copy copy) {
    String day = ConsentWords.day(copy.on());
    return copy.place()
        .map(place -> t("ground.copy.line.place", day, place))
        .orElseGet(() -> t("ground.copy.line", day));
  }

  private ConsentPage page(Tx tx, Actor.Staff actor, ConsentRegister.Seen seen) {
    Consent consent = seen.consent();
    var names = words.names(tx, consent.child());
    boolean withdraws =
        consent.canBeWithdrawn(tx.today()) && ConsentRights.offers(actor.seats(), consent.kind());
    List<Link> scans =
        files.of(tx, consent.evidence().stream().toList()).stream()
            .map(file -> new Link(file.url(), file.name()))
            .toList();
    return new ConsentPage(
        children.get(tx, consent.child()),
        ConsentWords.kind(consent.kind()),
        ConsentWords.status(consent, tx.today()),
        t(
            "ground.given",
            ConsentWords.day(consent.givenOn()),
            names.guardian(consent.giver()),
            t("ground.means." + consent.means())),
        consent.purpose(),
        names.givers(consent.giving()),
        names.receivers(consent.receiving(), consent.place()),
        SectionWords.of(consent.scope()),
        consent.withHistory(),
        Readers.period(consent.period()),
        consent.paperPlace().orElse(null),
        scans,
        CopySql.of(tx, consent.id()).stream().map(ConsentController::copy).toList(),
        consent.withdrawal().map(ConsentController::withdrawn).orElse(null),
        ConsentWords.why(seen.why()),
        withdraws
            ? "/children/" + consent.child() + "/consents/" + consent.id() + "/withdrawal"
            : null,
        Confirmation.seat(tx, actor, consent).isPresent()
            ? "/children/" + consent.child() + "/consents/" + consent.id() + "/confirmation"
            : null,
        ConsentCopyController.mayAdd(tx, actor, consent)
            ? "/children/" + consent.child() + "/consents/" + consent.id() + "/copy"
            : null,
        hands(tx, actor, consent) ? "/children/" + consent.child() + "/handovers" : null);
  }
}
