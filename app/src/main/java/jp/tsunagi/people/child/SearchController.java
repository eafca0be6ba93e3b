package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.SearchSql.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/search}: posted, because what one types is personal data. */
@Controller
class SearchController {
  private final Database database;
  private final Finding finding;

  SearchController(Database database, Finding finding) {
    this.database = database;
    this.finding = finding;
  }

  @GetMapping("/children/search")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor) {
    return Screen.of(new SearchPage("", List.of(), null, false, RegistrationRule.may(actor)));
  }

  @PostMapping("/children/search")
  @Permitted(Permission.STAFF)
  @Traced(Action.SEARCH)
  ModelAndView search(
      Actor.Staff actor,
      @RequestParam MultiValueMap<String, String> form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
    Typed typed = new Typed(form);
    String words = typed.text("q");
    Finding.Page found =
        database.call(
            actor,
            tx -> finding.find(tx, words, fragment == null ? after(typed) : Optional.empty()));
    if (fragment != null) {
      return Screen.of(
          new FoundPage(
              found.children(), found.next().map(last -> t("child.search.more")).orElse(null)));
    }
    return Screen.of(
        new SearchPage(
            words,
            found.children(),
            found
                .next()
                .map(last -> new SearchPage.Next(last.rank(), last.key(), last.child().toString()))
                .orElse(null),
            found.enough(),
            RegistrationRule.may(actor)));
  }

  /** A place that cannot be read is the beginning. */
  private static Optional<Hit> after(Typed typed) {
    try {
      return typed
          .given("after.child")
          .map(child ->
              new Hit(
                  Integer.parseInt(typed.text("after.rank")),
                  typed.text("after.key"),
                  ChildId.of(child)));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
