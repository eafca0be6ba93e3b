package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By which ways somebody signed in may show once more who it is. */
@Component
final class AgainWays {
  private final Database database;
  private final Accounts accounts;
  private final PasskeyChallenge challenges;
  private final Provider provider;
  private final Terminals terminals;
  private final PublicAddress addresses;

  AgainWays(
      Database database,
      Accounts accounts,
      PasskeyChallenge challenges,
      Provider provider,
      Terminals terminals,
      PublicAddress addresses) {
    this.database = database;
    this.accounts = accounts;
    this.challenges = challenges;
    this.provider = provider;
    this.terminals = terminals;
    this.addresses = addresses;
  }

  /**
   * What the identity provider is called; empty where there is none, and at a shared terminal,
   * where it may still know whoever was there before.
   */
  Optional<String> provider(HttpServletRequest request) {
    return provider
        .settings()
        .filter(_ -> terminals.of(Browsers.terminal(request)).isEmpty())
        .map(set -> set.name().orElseGet(() -> t("staff.provider.name")));
  }

  /**
   * The page that asks.
   *
   * @param to where one goes on then
   * @param wrong what is wrong with the password
   */
  AgainPage page(
      Actor actor,
      String to,
      HttpServletRequest request,
      @Nullable RefusalView refusal,
      @Nullable String wrong) {
    Optional<Link> there = link(actor, to, request);
    return database.call(
        actor,
        tx ->
            new AgainPage(
                AgainController.URL,
                accounts.login(tx, ChangeOwnPassword.account(actor)),
                to,
                RecoveryCodesController.password(wrong),
                key(tx, actor, request).orElse(null),
                there.orElse(null),
                refusal));
  }

  private Optional<PasskeyAsk> key(Tx tx, Actor actor, HttpServletRequest request) {
    AccountId account = ChangeOwnPassword.account(actor);
    if (!PasskeySql.any(tx, account)) {
      return Optional.empty();
    }
    String cookie = Door.cookie(request).orElse("");
    String challenge = challenges.make(tx, PasskeyChallenge.Purpose.again(cookie));
    return Optional.of(PasskeyAsk.second(tx, challenge, addresses.of(request), account).alone());
  }

  /** A provider does not speak for the others whom the login serves. */
  private boolean isShared(Actor.Staff staff) {
    return database.call(staff, tx -> Accounts.isShared(tx, staff.account()));
  }

  private Optional<Link> link(Actor actor, String to, HttpServletRequest request) {
    return provider(request)
        .filter(_ -> actor instanceof Actor.Staff staff && !isShared(staff))
        .map(name ->
            new Link(
                AgainController.PROVIDER + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                t("staff.again.provider", name)));
  }
}
