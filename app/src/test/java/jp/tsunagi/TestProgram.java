package jp.tsunagi;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.TestServer;
import jp.tsunagi.base.trace.TraceKey;
import jp.tsunagi.base.ui.Veil;
import jp.tsunagi.people.staff.DeviceKey;
import jp.tsunagi.people.staff.FactorKey;
import jp.tsunagi.people.staff.PasswordRounds;
import jp.tsunagi.people.staff.SetupCode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole program, running: web server, real PostgreSQL, a clock that tests set. Tests share one
 * ({@link #shared()}) and keep apart by each making a municipality of its own ({@link #newTown()});
 * who needs an empty installation starts its own ({@link #start()}) and closes it.
 */
public final class TestProgram implements AutoCloseable {
  /** The code of a fresh installation. */
  public static final String SETUP_CODE = "test-setup-code";

  /** The address of the proxy in front of it. */
  public static final String PROXY = "127.0.0.99";

  private static final class Shared {
    static final TestProgram PROGRAM = start();
  }

  private final TestClock clock = new TestClock();
  private final Statements statements = new Statements();
  private final Recorded recorded = new Recorded();
  private final AtomicInteger tenants = new AtomicInteger();
  private final DatabaseAddress address = TestServer.fresh();
  private final ConfigurableApplicationContext context;

  private TestProgram(Consumer<GenericApplicationContext> more) {
    context =
        new SpringApplicationBuilder(Tsunagi.class)
            .web(WebApplicationType.SERVLET)
            .logStartupInfo(false)
            .properties(
                Map.of(
                    "server.port",
                    0,
                    "server.address",
                    "127.0.0.1",
                    "tsunagi.trusted-proxy",
                    PROXY))
            .initializers(context -> register((GenericApplicationContext) context, more))
            .run();
  }

  private void register(GenericApplicationContext beans, Consumer<GenericApplicationContext> more) {
    beans.registerBean(DatabaseAddress.class, () -> address);
    beans.registerBean(TraceKey.class, () -> new TraceKey(new byte[32]));
    beans.registerBean(Veil.class, () -> new Veil(new byte[32]));
    beans.registerBean(DeviceKey.class, () -> new DeviceKey(new byte[32]));
    beans.registerBean(FactorKey.class, () -> new FactorKey(new byte[32]));
    // thousands of sign-ins: what protects a stolen hash would be half of the time of all tests
    beans.registerBean(PasswordRounds.class, () -> new PasswordRounds(1_000));
    beans.registerBean(SetupCode.class, () -> new SetupCode(SETUP_CODE));
    beans.registerBean(ActingClock.class, () -> new ActingClock(clock));
    more.accept(beans);
    beans.registerBean(Statements.class, () -> statements);
    beans.registerBean(org.jooq.ExecuteListenerProvider.class, () -> () -> statements);
    beans.registerBean("recorded", org.jooq.ExecuteListenerProvider.class, () -> () -> recorded);
  }

  /** The one program that the tests of a run share, its clock at {@link TestClock#START}. */
  public static TestProgram shared() {
    Shared.PROGRAM.clock.set(TestClock.START);
    return Shared.PROGRAM;
  }

  /** A program of one's own on an empty database. */
  public static TestProgram start() {
    return start(_ -> {});
  }

  /** The same, told more when it was started. */
  public static TestProgram start(Consumer<GenericApplicationContext> more) {
    return new TestProgram(more);
  }

  /** A new municipality in this program. */
  public TestTown newTown() {
    return new TestTown(this, new TenantId(tenants.incrementAndGet()));
  }

  /** Somebody with a browser at the address 127.0.0.1, nobody signed in. */
  public Visitor visitor() {
    return visitor("127.0.0.1");
  }

  /** Somebody at another address of this machine (127.x.y.z). */
  public Visitor visitor(String from) {
    return new Visitor(url(), from, statements);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** What is read from the database meanwhile, with the values in it. */
  public Recorded recorded() {
    return recorded;
  }

  public Database database() {
    return bean(Database.class);
  }

  public DatabaseAddress address() {
    return address;
  }

  public TestClock clock() {
    return clock;
  }

  /** Where it answers, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** The same by the name of this machine, which is its public address where none is stated. */
  public String named() {
    return url().replace("127.0.0.1", "localhost");
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
