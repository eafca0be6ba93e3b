package jp.tsunagi.run.scenario;

import static jp.tsunagi.schema.Tables.TENANT_SETTING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.ActorSource;
import org.springframework.stereotype.Component;

/**
 * Plays a scenario: every act through the production action it stands for, by whoever did it, on
 * its own day. What a person could not have done then, the play cannot do either.
 */
@Component
public final class ScenarioPlayer {
  /** The password of everybody in a made-up city. */
  public static final String PASSWORD = "tsunagi-no-machi";

  /** The PIN of whoever has one, at a terminal that is registered there. */
  public static final String PIN = "275915";

  private static final TenantId TENANT = new TenantId(1);
  private static final String MARK = "scenario";
  private static final int A_LINE = 250;
  private static final String PLAYING = "playing";
  private static final String PLAYED = "played";
  private static final String LOGINS = "scenario.logins";
  private static final String BETWEEN = "\t";
  private static final Actor PROGRAM = new Actor.Job(TENANT, MARK);

  private final Database database;
  private final ActingClock clock;
  private final List<ActorSource> sources;
  private final Accounts accounts;
  private final Stage stage;

  ScenarioPlayer(
      Database database,
      ActingClock clock,
      List<ActorSource> sources,
      Accounts accounts,
      Stage stage) {
    this.database = database;
    this.clock = clock;
    this.sources = sources;
    this.accounts = accounts;
    this.stage = stage;
  }

  /** Whether the city of this database was played to its end. */
  public boolean isPlayed() {
    return isMarked(PLAYED);
  }

  /** Whether a play into this database was broken off: it cannot be taken up again. */
  public boolean isBrokenOff() {
    return isMarked(PLAYING);
  }

  private boolean isMarked(String how) {
    return database.call(PROGRAM, tx -> setting(tx, MARK)).filter(how::equals).isPresent();
  }

  /**
   * Plays everything into an empty database.
   *
   * @param progress hears how far it is, a line now and then
   */
  public void play(Scenario scenario, Consumer<String> progress) {
    PlayedTown town = new PlayedTown(TENANT, sources, accounts.hash(PASSWORD), accounts.hash(PIN));
    Casting casting = new Casting(scenario, town);
    List<Beat> beats = beats(scenario, casting);
    LocalDate first = beats.isEmpty() ? scenario.municipality().asOf() : beats.getFirst().day();
    on(first, tx -> PROGRAM, tx -> begin(tx, scenario, town));
    for (int done = 0; done < beats.size(); done++) {
      if (done % A_LINE == 0) {
        progress.accept(done + " / " + beats.size());
      }
      beats.get(done).play().run();
    }
    // waits for the disk again: what is marked as played is there
    database.run(PROGRAM, tx -> mark(tx, scenario));
  }

  private void begin(Tx tx, Scenario scenario, PlayedTown town) {
    stage.register(tx, scenario, town);
    Municipality.set(tx, MARK, PLAYING);
  }

  /** One thing to play on a day: an act, or an answer that came later. */
  private record Beat(LocalDate day, Runnable play) {}

  private List<Beat> beats(Scenario scenario, Casting casting) {
    List<Beat> beats = new ArrayList<>();
    for (Scenario.Scene scene : scenario.scenes()) {
      Act act = scene.act();
      beats.add(new Beat(act.date(), () -> act(scene.child(), act, casting)));
      if (act instanceof Act.Support support && support.confirmed() != null) {
        Act.Confirmation told = support.confirmed();
        beats.add(new Beat(told.date(), () -> answer(scene.child(), support, told, casting)));
      }
      if (act instanceof Act.HandoverConsent agreed) {
        beats.add(new Beat(act.date(), () -> offer(scene.child(), agreed, casting)));
      }
    }
    LocalDate asOf = scenario.municipality().asOf();
    return beats.stream()
        .filter(beat -> !beat.day().isAfter(asOf))
        .sorted(Comparator.comparing(Beat::day))
        .toList();
  }

  private void act(Child child, Act act, Casting casting) {
    try {
      on(
          act.date(),
          tx -> casting.of(tx, child, act),
          tx -> {
            stage.play(tx, child, act, casting.town());
            stage.trace(tx, child, Stage.action(act), casting.town());
          });
    } catch (RuntimeException e) {
      throw new IllegalStateException(act.place() + ": " + child.key() + ": " + e.getMessage(), e);
    }
  }

  private void answer(Child child, Act.Support act, Act.Confirmation told, Casting casting) {
    on(
        told.date(),
        tx -> casting.answering(tx, child, act, told),
        tx -> {
          SheetId sheet = PlayedTown.known(casting.town().sheets, PlayedTown.key(child, act));
          stage.confirm(tx, child, sheet, told, casting.town());
          stage.trace(tx, child, Action.CONFIRM_SHEET, casting.town());
        });
  }

  private void offer(Child child, Act.HandoverConsent agreed, Casting casting) {
    on(
        agreed.date(),
        tx -> casting.desk(tx, agreed),
        tx -> {
          if (stage.offer(tx, child, agreed, casting)) {
            stage.trace(tx, child, Action.OFFER_HANDOVER, casting.town());
          }
        });
  }

  private void on(LocalDate day, Function<Tx, Actor> who, Consumer<Tx> play) {
    clock.at(
        PlayedTown.noon(day),
        () -> {
          database.run(
              PROGRAM,
              tx -> {
                tx.withoutWaitingForDisk();
                Actor actor = who.apply(tx);
                tx.as(
                    actor,
                    () -> {
                      play.accept(tx);
                      return true;
                    });
              });
          return true;
        });
  }

  private static void mark(Tx tx, Scenario scenario) {
    String logins =
        scenario.accounts().stream()
            .map(one -> login(scenario, one) + BETWEEN + one.role())
            .collect(Collectors.joining("\n"));
    Municipality.set(tx, LOGINS, logins);
    Municipality.set(tx, MARK, PLAYED);
  }

  /** A login of the city, and as whom it acts. */
  public record Login(String role, String login) {}

  /** The logins the played scenario names, in its order. */
  public List<Login> accounts() {
    return database.call(PROGRAM, tx -> setting(tx, LOGINS)).stream()
        .flatMap(String::lines)
        .map(line -> line.split(BETWEEN, 2))
        .map(parts -> new Login(parts[1], parts[0]))
        .toList();
  }

  private static Optional<String> setting(Tx tx, String name) {
    return tx.sql()
        .select(TENANT_SETTING.VALUE)
        .from(TENANT_SETTING)
        .where(TENANT_SETTING.TENANT_ID.eq(tx.tenant()))
        .and(TENANT_SETTING.NAME.eq(name))
        .fetchOptional(TENANT_SETTING.VALUE);
  }

  private static String login(Scenario scenario, Account account) {
    String staff = account.staff();
    return staff == null
        ? PlayChild.login(java.util.Objects.requireNonNull(account.guardian()))
        : scenario.staff(staff).map(StaffMember::login).orElseThrow();
  }
}
