package jp.tsunagi.people.staff;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.people.staff.Throttle.Admission;
import org.springframework.stereotype.Component;

/**
 * Staff sign in at the identity provider of the municipality in the place of their password.
 * Whatever is asked of them after the password is asked then too: a second factor, the pledge, an
 * assignment of today.
 */
@Component
final class SignInProvider {
  private static final String WAY = "sign-in/provider ";

  private final Database database;
  private final Provider provider;
  private final FactorSeal seal;
  private final Choices choices;
  private final Arrival arrival;
  private final Terminals terminals;
  private final ShownAgain again;

  SignInProvider(
      Database database,
      Provider provider,
      FactorSeal seal,
      Choices choices,
      Arrival arrival,
      Terminals terminals,
      ShownAgain again) {
    this.database = database;
    this.provider = provider;
    this.seal = seal;
    this.choices = choices;
    this.arrival = arrival;
    this.terminals = terminals;
    this.again = again;
  }

  /** How it began. */
  sealed interface Begun {
    /** To the provider; the value belongs into a cookie. */
    record Away(URI there, String cookie) implements Begun {}

    record Refused(ProviderRefusal why) implements Begun {}
  }

  /** Sends somebody to the provider, from the door. */
  Begun begin(PublicAddress.Origin here, Browser at) {
    boolean terminal =
        database.call(new Actor.Login(), tx -> terminals.of(tx, at.terminal()).isPresent());
    if (terminal) {
      return new Begun.Refused(ProviderRefusal.TERMINAL);
    }
    return away(database.call(new Actor.Login(), tx -> ProviderJourney.fresh(tx.now())), here);
  }

  /** Sends somebody signed in there once more, on the way to that page of ours. */
  Begun again(Actor actor, String to, PublicAddress.Origin here) {
    return away(database.call(actor, tx -> ProviderJourney.again(tx.now(), to)), here);
  }

  private Begun away(ProviderJourney journey, PublicAddress.Origin here) {
    try {
      return new Begun.Away(provider.way(journey, back(here)), journey.sealed(seal));
    } catch (Provider.Failed failed) {
      return new Begun.Refused(failed.why());
    }
  }

  private static URI back(PublicAddress.Origin here) {
    return URI.create(here.address() + SignInProviderController.BACK);
  }

  /**
   * Who came back.
   *
   * @param cookie that was given on the way
   * @param state as the provider sent it along
   * @param code for which the provider says who it is; empty when it refused
   * @param actor who is signed in at the browser, if anybody is
   */
  record Returned(
      String cookie,
      String state,
      String code,
      PublicAddress.Origin here,
      Browser at,
      Actor actor) {
    @Override
    public String toString() {
      return "Returned";
    }
  }

  /** How it ended. */
  sealed interface Outcome {
    /** Signed in; the value belongs into the cookie of the session. */
    record Welcome(String cookie, Membership as) implements Outcome {
      @Override
      public String toString() {
        return "Welcome";
      }
    }

    /** The second factor comes next; the value belongs into a cookie. */
    record Half(String cookie) implements Outcome {
      @Override
      public String toString() {
        return "Half";
      }
    }

    /**
     * Whoever is signed in has shown once more who it is, and goes on; the value, if any, is a
     * cookie's.
     */
    record Again(String to, Optional<String> cookie) implements Outcome {
      @Override
      public String toString() {
        return "Again";
      }
    }

    /**
     * Why not.
     *
     * @param to where somebody signed in wanted to go on; empty at the door
     */
    record Refused(ProviderRefusal why, String to) implements Outcome {
      Refused(ProviderRefusal why) {
        this(why, "");
      }
    }
  }

  private record Journeys(Admission admission, Optional<ProviderJourney> journey) {}

  Outcome with(Returned back) {
    Journeys begun = database.call(new Actor.Login(), tx -> back(tx, back));
    if (begun.journey().isEmpty()) {
      return new Outcome.Refused(ProviderRefusal.STALE);
    }
    ProviderJourney journey = begun.journey().get();
    Outcome outcome =
        switch (begun.admission()) {
          case Admission.Wait _ -> new Outcome.Refused(ProviderRefusal.WAIT);
          case Admission.After admitted -> ask(back, journey, admitted);
        };
    return journey.isAgain()
            && outcome instanceof Outcome.Refused(ProviderRefusal why, _)
            && again.refused(back.actor(), why)
        ? new Outcome.Refused(why, journey.to())
        : outcome;
  }

  /** The journey is over with this, whatever comes of it; a try counts when there was one. */
  private Journeys back(Tx tx, Returned back) {
    Optional<ProviderJourney> journey =
        ProviderJourney.of(seal, back.cookie(), back.state(), tx.now())
            .filter(one -> AnsweredSql.take(tx, Sessions.digest(one.state())));
    var who = new Throttle.Subject(WAY + back.state(), back.at().address(), Optional.empty());
    return new Journeys(
        journey.isEmpty() ? new Admission.Wait() : Throttle.admit(tx, who), journey);
  }

  private Outcome ask(Returned back, ProviderJourney journey, Admission.After admitted) {
    if (back.code().isBlank()) {
      Provider.log(ProviderRefusal.DENIED, null);
      return notCounted(ProviderRefusal.DENIED, admitted);
    }
    try {
      Provider.Said said = provider.said(back.code(), journey, back(back.here()));
      return database.call(
          new Actor.Login(),
          tx -> {
            Throttle.succeeded(tx, admitted);
            return journey.isAgain() ? again(tx, said, journey, back) : enter(tx, said, back.at());
          });
    } catch (Provider.Failed failed) {
      return failed.why() == ProviderRefusal.UNREACHABLE || failed.why() == ProviderRefusal.CLIENT
          ? notCounted(failed.why(), admitted)
          : new Outcome.Refused(failed.why());
    }
  }

  private Outcome notCounted(ProviderRefusal why, Admission.After admitted) {
    database.run(new Actor.Login(), tx -> Throttle.takeBack(tx, admitted));
    return new Outcome.Refused(why);
  }

  private Outcome again(Tx tx, Provider.Said said, ProviderJourney journey, Returned back) {
    Optional<ProviderRefusal> why =
        back.actor() instanceof Actor.Staff staff && provider.vouches(tx, staff.tenant())
            ? ShownAgain.whyNot(tx, staff, said, journey)
            : Optional.of(ProviderRefusal.OTHER);
    if (why.isPresent()) {
      return new Outcome.Refused(why.get());
    }
    Proof proof = Proof.provider(said.both());
    Optional<String> cookie =
        tx.as(back.actor(), () -> again.shown(tx, back.at().session(), proof));
    return new Outcome.Again(journey.to(), cookie);
  }

  private Outcome enter(Tx tx, Provider.Said said, Browser at) {
    if (said.login().isEmpty()) {
      Provider.log(ProviderRefusal.CLAIM, null);
      return new Outcome.Refused(ProviderRefusal.CLAIM);
    }
    List<Membership> staff = provider.vouched(tx, Accounts.memberships(tx, said.login().get()));
    return staff.isEmpty()
        ? new Outcome.Refused(ProviderRefusal.UNKNOWN)
        : enter(tx, said, staff, at);
  }

  /**
   * Whoever serves other municipalities too comes in by the provider for its own one alone. Of what
   * the login serves elsewhere nothing is asked, told or written, whatever the provider says.
   *
   * @param staff as whom the login serves the provider's municipality
   */
  private Outcome enter(Tx tx, Provider.Said said, List<Membership> staff, Browser at) {
    List<Membership> open = choices.open(tx, staff);
    if (open.isEmpty()) {
      arrival.ended(tx, staff, ProviderRefusal.ENDED.key());
      return new Outcome.Refused(ProviderRefusal.ENDED);
    }
    Membership as = open.getFirst();
    boolean half = !said.both() && choices.asksForCode(tx, as.account());
    // who has not shown our code yet is not kept at the provider's word: it may be about another
    boolean theirs =
        half
            ? ProviderSubjectSql.fits(tx, as.account(), said.who())
            : ProviderSubjectSql.keep(tx, as.account(), said.who());
    if (!theirs) {
      arrival.refused(tx, open, ProviderRefusal.STRANGER.key());
      return new Outcome.Refused(ProviderRefusal.STRANGER);
    }
    return half
        ? new Outcome.Half(arrival.half(tx, open, at, Optional.of(said.who())))
        : new Outcome.Welcome(arrival.begin(tx, as, Proof.provider(said.both()), at), as);
  }

  /** A provider speaks for its own municipality: to no other one anything it says is a ground. */
  static boolean vouches(Optional<TenantId> named, List<TenantId> all, TenantId tenant) {
    return named.map(tenant::equals).orElseGet(() -> all.equals(List.of(tenant)));
  }
}
