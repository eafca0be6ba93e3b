package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sign-in/pin}: name and PIN, at a registered terminal. */
@Controller
class SignInPinController {
  static final String URL = "/sign-in/pin";

  private final SignInPin signIn;
  private final Browsers browsers;

  SignInPinController(SignInPin signIn, Browsers browsers) {
    this.signIn = signIn;
    this.browsers = browsers;
  }

  @GetMapping("/sign-in/pin")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ModelAndView show(HttpServletRequest request) {
    return page(request, Optional.empty(), null);
  }

  @PostMapping("/sign-in/pin")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.SIGN_IN)
  ModelAndView submit(
      @RequestParam Optional<StaffId> person,
      @RequestParam(defaultValue = "") String pin,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (person.isEmpty()) {
      return page(request, person, refusal("choose"));
    }
    var typed = new SignInPin.Typed(person.get(), pin, browsers.of(request));
    return switch (signIn.with(typed)) {
      case SignInPin.Outcome.Welcome(String cookie, Membership as) -> {
        browsers.welcome(request, response, cookie, as);
        yield Screen.redirect("/");
      }
      case SignInPin.Outcome.Refused _ -> page(request, person, refusal("refused"));
      case SignInPin.Outcome.Spent _ -> page(request, person, refusal("spent"));
      case SignInPin.Outcome.Over _ -> page(request, Optional.empty(), refusal("over"));
    };
  }

  private static RefusalView refusal(String what) {
    return SignInController.refusal("staff.signin.pin." + what);
  }

  private ModelAndView page(
      HttpServletRequest request, Optional<StaffId> chosen, @Nullable RefusalView refusal) {
    Optional<SignInPin.Here> here = signIn.here(Browsers.terminal(request));
    if (here.filter(one -> !one.people().isEmpty()).isEmpty()) {
      return refusal == null
          ? Screen.redirect(SignInController.BY_PASSWORD)
          : Screen.of(new SignInPage("", null, null, refusal), 422);
    }
    var page =
        new SignInPinPage(
            place(here.get().terminal()),
            FieldView.of("person", t("staff.signin.pin.person")).must(),
            people(here.get(), chosen),
            FieldView.of("pin", t("staff.pin.field.pin")).must(),
            refusal);
    return Screen.of(page, refusal == null ? 200 : 422);
  }

  /** Whose terminal it is, and what it is called. */
  static String place(Terminal terminal) {
    return t("staff.terminal.at", terminal.organisationName(), terminal.name());
  }

  private static List<Option> people(SignInPin.Here here, Optional<StaffId> chosen) {
    return here.people().stream()
        .map(person ->
            new Option(
                person.staff().toString(),
                person.name(),
                chosen.filter(person.staff()::equals).isPresent(),
                posts(person)))
        .toList();
  }

  /** What the person is at the place. */
  static String posts(PinSql.Person person) {
    return person.posts().stream()
        .map(kind -> t("staff.post." + kind))
        .collect(Collectors.joining(t("staff.post.comma")));
  }
}
