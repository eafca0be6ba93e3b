package jp.tsunagi.run.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.DatabaseWay;
import jp.tsunagi.base.database.Installation;
import jp.tsunagi.base.database.InstallationRefused;
import jp.tsunagi.base.trace.Sealing;
import jp.tsunagi.base.trace.TraceKey;
import jp.tsunagi.base.ui.PublicAddress;
import jp.tsunagi.base.ui.Veil;
import jp.tsunagi.people.staff.DeviceKey;
import jp.tsunagi.people.staff.FactorKey;
import jp.tsunagi.people.staff.ProviderSettings;
import jp.tsunagi.people.staff.SetupCode;
import jp.tsunagi.postgres.PostgresFailure;
import jp.tsunagi.run.monitor.LogLine;
import jp.tsunagi.run.monitor.ManagementServer;
import jp.tsunagi.run.monitor.Readiness;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/** Starts the whole program: database, schema, web server; and stops it in the opposite order. */
final class Start {
  private final StartOptions options;

  Start(StartOptions options) {
    this.options = options;
  }

  /**
   * The running program.
   *
   * @throws StartRefused when it cannot run; nothing is left running then
   */
  ConfigurableApplicationContext run() {
    LogLine.use(options.watch.log);
    nothingIsHalfRestored();
    isFree("port", options.address, options.port);
    if (options.watch.port != null) {
      isAnother(options.watch.port);
      isFree("management", options.watch.address, options.watch.port);
    }
    proxiesAreAddresses();
    nothingIsServedInTheClear();
    publicAddressIsOne();
    Optional<ProviderSettings> provider = options.provider.settings(options.publicAddress);
    Secrets secrets = Secrets.of(options.data());
    Store store = store(secrets);
    Stopping stopping = Stopping.of(store, Duration.ofSeconds(options.watch.notice));
    try {
      Progress.say("migrating the database");
      Installation installation = new Installation(store.address());
      installation.prepare(LocalDate.now(ActingClock.JAPAN));
      isOpen(installation);
      Progress.say("starting the web server");
      return serve(store, secrets, provider, stopping);
    } catch (InstallationRefused e) {
      stopping.close();
      throw StartRefused.of(e);
    } catch (RuntimeException e) {
      stopping.close();
      throw e;
    }
  }

  /** Before anything is started, so that nothing has to be stopped again. */
  private static void isFree(String what, String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException | IllegalArgumentException e) {
      throw new StartRefused(what, address, port);
    }
  }

  private void isAnother(int port) {
    if (port != 0 && port == options.port) {
      throw new StartRefused("management", options.watch.address, port);
    }
  }

  /** A name would have to be looked up, and whoever answers would be believed. */
  private void proxiesAreAddresses() {
    for (String proxy : options.trustedProxies) {
      try {
        InetAddress.ofLiteral(proxy.strip());
      } catch (IllegalArgumentException e) {
        throw new StartRefused("proxy", proxy);
      }
    }
  }

  private void nothingIsServedInTheClear() {
    boolean proxied = !options.trustedProxies.isEmpty();
    if (!options.plainHttp && !proxied && !DatabaseWay.isHere(options.address)) {
      throw new StartRefused("clear.pages", options.address);
    }
  }

  private void publicAddressIsOne() {
    String stated = options.publicAddress;
    if (!stated.isBlank() && PublicAddress.read(stated).isEmpty()) {
      throw new StartRefused("public", stated);
    }
  }

  private void nothingIsHalfRestored() {
    if (Files.exists(options.data().resolve(RestoreCommand.UNFINISHED))) {
      throw new StartRefused("restore.unfinished", options.data());
    }
  }

  /** What came out of a backup lets people read what they may not read any more. */
  private void isOpen(Installation installation) {
    boolean alone =
        DatabaseWay.isHere(options.address)
            && options.trustedProxies.isEmpty()
            && options.publicAddress.isBlank();
    if (!installation.isOpen() && !(options.beforeOpening && alone)) {
      throw new StartRefused("restore.closed", options.data());
    }
  }

  private Store store(Secrets secrets) {
    try {
      return options.store(secrets);
    } catch (PostgresFailure e) {
      throw StartRefused.of(e);
    }
  }

  private static SetupCode setupCode(Secrets secrets) {
    return new SetupCode(secrets.derivedText("set-up").substring(0, 10));
  }

  private ManagementServer watched(GenericApplicationContext beans, int port) {
    return new ManagementServer(
        new InetSocketAddress(options.watch.address, port),
        beans.getBean(Readiness.class),
        beans.getBean(PrometheusMeterRegistry.class));
  }

  private ConfigurableApplicationContext serve(
      Store store, Secrets secrets, Optional<ProviderSettings> provider, Stopping stopping) {
    return new SpringApplicationBuilder(jp.tsunagi.Tsunagi.class)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .properties(
            Map.of(
                "server.port",
                options.port,
                "server.address",
                options.address,
                "spring.lifecycle.timeout-per-shutdown-phase",
                Math.max(0, options.watch.limit) + "s",
                "tsunagi.trusted-proxy",
                String.join(",", options.trustedProxies),
                "tsunagi.public-address",
                options.publicAddress))
        .initializers(context -> {
          stopping.program(context);
          GenericApplicationContext beans = (GenericApplicationContext) context;
          // registered before the pool, so closed after it
          beans.registerBean("store", Store.class, () -> store);
          beans.registerBean(DatabaseAddress.class, () -> beans.getBean(Store.class).address());
          beans.registerBean(TraceKey.class, () -> new TraceKey(secrets.derived("trace")));
          beans.registerBean(
              Sealing.class,
              () ->
                  new Sealing(
                      beans.getBean(Database.class),
                      beans.getBean(TraceKey.class),
                      SealOutlets.of(options)));
          beans.registerBean(Veil.class, () -> new Veil(secrets.derived("address bar")));
          beans.registerBean(DeviceKey.class, () -> new DeviceKey(secrets.derived("device")));
          beans.registerBean(
              FactorKey.class, () -> new FactorKey(secrets.derived("second factor")));
          beans.registerBean(SetupCode.class, () -> setupCode(secrets));
          Integer port = options.watch.port;
          if (port != null) {
            beans.registerBean(ManagementServer.class, () -> watched(beans, port));
          }
          if (options.beforeOpening) {
            beans.registerBean(
                FilterRegistrationBean.class,
                () -> {
                  var filter = new FilterRegistrationBean<>(new OnlyThisMachine());
                  filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
                  return filter;
                });
          }
          provider.ifPresent(set -> beans.registerBean(ProviderSettings.class, () -> set));
        })
        .run();
  }
}
