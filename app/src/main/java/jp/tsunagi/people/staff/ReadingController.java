package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.ReadingChoice;
import jp.tsunagi.base.ui.Screen;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /reading}: a family switches furigana or the language, signed in or not, for this browser;
 * staff switch the language for their account, because PCs are shared. Changes nothing but how
 * pages look; so there is nothing to trace.
 */
@Controller
class ReadingController {
  static final String URL = "/reading";

  private final LocaleResolver languages;
  private final Sessions sessions;

  ReadingController(LocaleResolver languages, Sessions sessions) {
    this.languages = languages;
    this.sessions = sessions;
  }

  @PostMapping("/reading")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView choose(
      Actor actor,
      @RequestParam Optional<String> furigana,
      @RequestParam Optional<String> language,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    furigana.ifPresent(choice ->
        response.addHeader(HttpHeaders.SET_COOKIE, ReadingChoice.cookie(!choice.equals("off"))));
    language.ifPresent(tag -> {
      if (!ReadingChoice.LANGUAGES.contains(tag)) {
        throw new NotFound();
      }
      if (actor instanceof Actor.Staff) {
        sessions.read(Door.cookie(request).orElseThrow(NotFound::new), tag);
      } else {
        languages.setLocale(request, response, Locale.forLanguageTag(tag));
      }
    });
    return Screen.redirect(inside(back));
  }

  /** Only ever a page of ours: what names another host, or tries to, leads to the first page. */
  private static String inside(String back) {
    return back.matches("/[a-z0-9-]+(/[a-z0-9-]+)*") ? back : "/";
  }
}
