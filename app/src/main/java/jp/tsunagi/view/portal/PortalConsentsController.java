package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.ground.Consent;
import jp.tsunagi.record.ground.ConsentRegister;
import jp.tsunagi.record.ground.ConsentWords;
import jp.tsunagi.record.ground.Readers;
import jp.tsunagi.record.ground.SectionWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /portal/children/{id}/consents}: what was agreed, and the way to take it back. */
@Controller
class PortalConsentsController {
  private final Database database;
  private final Identities children;
  private final ConsentRegister register;
  private final ConsentWords words;
  private final Trace trace;

  PortalConsentsController(
      Database database,
      Identities children,
      ConsentRegister register,
      ConsentWords words,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.register = register;
    this.words = words;
    this.trace = trace;
  }

  @GetMapping("/portal/children/{id}/consents")
  @Permitted(Permission.GUARDIAN)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Guardian actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              var child = children.get(tx, id);
              var names = words.names(tx, id);
              trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
              Map<ConsentId, List<String>> papers = papers(tx, id);
              List<PortalConsentsPage.Row> rows =
                  register.of(tx, id).stream()
                      .map(ConsentRegister.Seen::consent)
                      .map(it -> row(tx, it, names, papers.getOrDefault(it.id(), List.of())))
                      .toList();
              return new PortalConsentsPage(child.view(), rows, "/portal");
            }));
  }

  /** 紙で渡したもの, by the consent under which it went out; the paper itself stays with the desk. */
  private static Map<ConsentId, List<String>> papers(Tx tx, ChildId child) {
    return PaperSql.of(tx, child).stream()
        .collect(
            Collectors.groupingBy(
                PaperSql.Line::consent,
                Collectors.mapping(
                    line ->
                        t("portal.consents.paper", ConsentWords.day(line.on()), line.receiver()),
                    Collectors.toList())));
  }

  private static PortalConsentsPage.Row row(
      Tx tx, Consent consent, ConsentWords.Names names, List<String> papers) {
    String url = "/portal/children/" + consent.child() + "/consents/" + consent.id();
    return new PortalConsentsPage.Row(
        t("portal.kind." + consent.kind()),
        ConsentWords.status(consent, tx.today()),
        ConsentWords.day(consent.givenOn()),
        names.guardian(consent.giver()),
        t("ground.means." + consent.means()),
        names.receivers(consent.receiving(), consent.place()),
        SectionWords.of(consent.scope()),
        consent.withHistory(),
        Readers.period(consent.period()),
        papers,
        consent.canBeWithdrawn(tx.today()) ? url + "/withdrawal" : null);
  }
}
