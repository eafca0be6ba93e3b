package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.base.ui.Veil;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /children/search}: posted, because what one types is personal data, and answered under an
 * address that covers it, so that one comes back to what was found.
 */
@Controller
class SearchController {
  private static final String URL = "/children/search";

  private final Database database;
  private final Finding finding;
  private final Veil veil;

  SearchController(Database database, Finding finding, Veil veil) {
    this.database = database;
    this.finding = finding;
    this.veil = veil;
  }

  @GetMapping(path = "/children/search", params = "!for")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(SearchPage.empty(RegistrationRule.may(actor)));
  }

  @PostMapping(path = "/children/search", headers = "!HX-Request")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView look(Actor.Staff actor, @RequestParam MultiValueMap<String, String> form) {
    Looking looking = Looking.of(new Typed(form));
    return Screen.redirect(URL + "?for=" + looking.covered(veil, actor.staff().value()));
  }

  @GetMapping(path = "/children/search", params = "for")
  @Permitted(Permission.STAFF)
  @Traced(Action.SEARCH)
  ModelAndView found(Actor.Staff actor, @RequestParam("for") String covered) {
    Looking looking = Looking.uncovered(veil, actor.staff().value(), covered);
    Finding.Page found =
        database.call(actor, tx -> finding.find(tx, looking.words(), looking.after()));
    return Screen.of(SearchPage.of(looking.words(), found, RegistrationRule.may(actor)));
  }

  @PostMapping(path = "/children/search", headers = "HX-Request")
  @Permitted(Permission.STAFF)
  @Traced(Action.SEARCH)
  ModelAndView whileTyping(Actor.Staff actor, @RequestParam MultiValueMap<String, String> form) {
    String words = new Typed(form).text("q");
    Finding.Page found = database.call(actor, tx -> finding.find(tx, words, Optional.empty()));
    return Screen.of(
        new FoundPage(
            found.children(), found.next().map(last -> t("child.search.more")).orElse(null)));
  }
}
