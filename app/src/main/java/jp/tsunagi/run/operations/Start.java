package jp.tsunagi.run.operations;

import java.time.LocalDate;
import java.util.Map;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.Installation;
import jp.tsunagi.base.trace.TraceKey;
import jp.tsunagi.base.ui.Veil;
import jp.tsunagi.people.staff.DeviceKey;
import jp.tsunagi.people.staff.SetupCode;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the whole program: database, schema, web server; and stops it in the opposite order. */
final class Start {
  private final StartOptions options;

  Start(StartOptions options) {
    this.options = options;
  }

  /** The running program. */
  ConfigurableApplicationContext run() {
    Secrets secrets = Secrets.of(options.data);
    Store store = options.store(secrets);
    try {
      Progress.say("migrating the database");
      new Installation(store.address()).prepare(LocalDate.now(ActingClock.JAPAN));
      Progress.say("starting the web server");
      return serve(store, secrets);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static SetupCode setupCode(Secrets secrets) {
    return new SetupCode(secrets.derivedText("set-up").substring(0, 10));
  }

  private ConfigurableApplicationContext serve(Store store, Secrets secrets) {
    return new SpringApplicationBuilder(jp.tsunagi.Tsunagi.class)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(
            Map.of(
                "server.port",
                options.port,
                "server.address",
                options.address,
                "tsunagi.trusted-proxy",
                String.join(",", options.trustedProxies),
                "spring.main.register-shutdown-hook",
                "true"))
        .initializers(context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          // registered before the pool, so closed after it
          beans.registerBean("store", Store.class, () -> store);
          beans.registerBean(DatabaseAddress.class, () -> beans.getBean(Store.class).address());
          beans.registerBean(TraceKey.class, () -> new TraceKey(secrets.derived("trace")));
          beans.registerBean(Veil.class, () -> new Veil(secrets.derived("address bar")));
          beans.registerBean(DeviceKey.class, () -> new DeviceKey(secrets.derived("device")));
          beans.registerBean(SetupCode.class, () -> setupCode(secrets));
        })
        .run();
  }
}
