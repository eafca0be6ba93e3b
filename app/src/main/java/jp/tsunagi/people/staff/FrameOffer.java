package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.has;
import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.ui.Frame;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Me;
import jp.tsunagi.base.ui.NavItem;
import jp.tsunagi.base.ui.Notice;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.PortalFrame;
import jp.tsunagi.base.ui.ReadingChoice;
import jp.tsunagi.base.ui.ReadingView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Search;
import jp.tsunagi.base.ui.Token;
import jp.tsunagi.people.staff.Sessions.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Lets every template ask for what stands around its page. */
@Component
final class FrameOffer {
  private static final String SIGN_OUT = "/sign-out";
  private static final String OPEN = FrameOffer.class.getName() + ".open";

  private final Database database;
  private final List<Places> places;
  private final List<OwnPages> pages;
  private final PersonMark marks;
  private final SwitchMembership memberships;
  // names of municipalities only: nothing about a person is ever kept in memory
  private final Map<TenantId, String> names = new ConcurrentHashMap<>();

  FrameOffer(
      Database database,
      List<Places> places,
      List<OwnPages> pages,
      PersonMark marks,
      SwitchMembership memberships) {
    this.marks = marks;
    this.memberships = memberships;
    this.database = database;
    this.places = places;
    this.pages = pages;
  }

  void offer(HttpServletRequest request, Actor actor, Optional<SignedIn> signedIn) {
    boolean shared = signedIn.filter(SignedIn::atTerminal).isPresent();
    boolean several = signedIn.filter(SignedIn::several).isPresent();
    request.setAttribute(OPEN, open(actor, signedIn));
    if (actor instanceof Actor.Staff) {
      ReadingChoice.ofStaff(request);
    }
    Screen.offer(request, Token.class, () -> token(request));
    Screen.offer(request, Frame.class, () -> frame(request, (Actor.Staff) actor, several, shared));
    Screen.offer(request, PortalFrame.class, () -> portal(request, actor, several));
    Screen.offer(request, ReadingView.class, () -> reading(request, actor));
  }

  private Frame frame(
      HttpServletRequest request, Actor.Staff staff, boolean several, boolean shared) {
    List<NavItem> items =
        places.stream()
            .flatMap(source -> source.of(staff).stream())
            .sorted(Comparator.comparingInt(Places.Place::order))
            .map(Places.Place::item)
            .toList();
    boolean searches = staff.reading().anyMatch(seat -> !seat.ceiling().isEmpty());
    Frame frame =
        new Frame(
            municipality(staff.tenant()),
            items,
            searches ? new Search("/children/search", "") : null,
            new Me(
                staff.name(),
                posts(staff),
                menu(staff, several),
                reading(request, staff),
                SIGN_OUT,
                shared),
            token(request),
            notice(request));
    return frame.at(request.getRequestURI());
  }

  /** Organisation and posts; a second organisation follows after a comma. */
  static String posts(Actor.Staff staff) {
    return staff.seats().stream()
        .map(seat -> seat.organisationName() + "　" + t("staff.post." + seat.post()))
        .distinct()
        .collect(Collectors.joining(t("staff.post.comma")));
  }

  private PortalFrame portal(HttpServletRequest request, Actor actor, boolean several) {
    Me me =
        actor instanceof Actor.Guardian guardian
            ? new Me(guardian.name(), "", families(guardian, several), null, SIGN_OUT, false)
            : null;
    return new PortalFrame(
        actor.tenantId().map(this::municipality).orElse(""),
        "/portal",
        reading(request, actor),
        me,
        token(request),
        notice(request));
  }

  /** Both switches; what came of a form leads back to a page that can be asked for. */
  private static ReadingView reading(HttpServletRequest request, Actor actor) {
    boolean asked = request.getMethod().equals("GET") || actor instanceof Actor.Login;
    List<Option> others =
        ReadingChoice.LANGUAGES.stream()
            .filter(tag -> !tag.equals(language().getLanguage()))
            .map(tag -> new Option(tag, t("ui.language." + tag), false))
            .toList();
    return new ReadingView(
        ReadingChoice.furigana(request),
        others,
        asked ? request.getRequestURI() : "/",
        token(request));
  }

  /** Of staff and guardians alike. */
  private static List<Link> everybody() {
    return List.of(
        new Link(AccountPasswordController.URL, t("staff.password.title")),
        new Link(SessionsController.URL, t("staff.session.title")));
  }

  private List<Link> families(Actor.Guardian guardian, boolean several) {
    return Stream.of(
            others(guardian.account(), several),
            everybody().stream(),
            Stream.of(new Link(PasskeysController.URL, t("staff.passkey.title"))))
        .flatMap(links -> links)
        .toList();
  }

  private List<Link> menu(Actor.Staff staff, boolean several) {
    return Stream.of(
            others(staff.account(), several),
            own(staff).stream(),
            pages.stream().flatMap(source -> source.of(staff).stream()))
        .flatMap(links -> links)
        .toList();
  }

  /** Asked for whoever serves others too, and for nobody else. */
  private Stream<Link> others(AccountId account, boolean several) {
    return several && memberships.any(account)
        ? Stream.of(new Link(MembershipController.URL, t("staff.membership.title")))
        : Stream.of();
  }

  private static List<Link> own(Actor.Staff staff) {
    Stream<Link> staffs =
        Stream.of(
            new Link(SecondFactorController.URL, t("staff.factor.title")),
            new Link(PinController.URL, t("staff.pin.title")));
    Stream<Link> heads =
        Permission.HEAD.allows(staff)
            ? Stream.of(new Link(TerminalsController.URL, t("staff.terminal.title")))
            : Stream.empty();
    return Stream.concat(everybody().stream(), Stream.concat(staffs, heads)).toList();
  }

  private String municipality(TenantId tenant) {
    return names.computeIfAbsent(
        tenant, id -> database.call(new Actor.Job(id, "frame"), Municipality::name));
  }

  /** Whose page it is and how long it may stand; null where nobody is signed in. */
  private Token.@Nullable Person open(Actor actor, Optional<SignedIn> signedIn) {
    String mark = marks.of(actor);
    return mark == null || signedIn.isEmpty()
        ? null
        : new Token.Person(mark, (int) signedIn.get().idle().toSeconds());
  }

  private static Token token(HttpServletRequest request) {
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    Token.Person person = (Token.Person) request.getAttribute(OPEN);
    return new Token(
        csrf.getParameterName(),
        csrf.getHeaderName(),
        FormTokens.of(csrf, person == null ? null : person.mark()),
        person);
  }

  private static @Nullable Notice notice(HttpServletRequest request) {
    String done = request.getParameter("done");
    boolean known = done != null && done.matches("[a-z][a-zA-Z0-9.-]{1,80}") && has(done);
    return known ? new Notice(t(done)) : null;
  }
}
