package jp.tsunagi.people.staff;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What was refused before anybody was known by it, and what waits on the way in: numbers only. */
@Component
final class StaffMeters implements MeterBinder {
  private final PasswordEncoder passwords;
  private final RefusedSignIns refused;

  StaffMeters(PasswordEncoder passwords, RefusedSignIns refused) {
    this.passwords = passwords;
    this.refused = refused;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Incidents kind : Incidents.values()) {
      FunctionCounter.builder("tsunagi.refused", kind, Incidents::times)
          .description("What was refused before anybody was known by it")
          .tag("what", kind.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    if (passwords instanceof PasswordHashing hashing) {
      waiting(registry, "password", hashing, PasswordHashing::waiting);
    }
    waiting(registry, "refused_sign_in", refused, RefusedSignIns::waiting);
  }

  private static <T> void waiting(
      MeterRegistry registry, String what, T whose, java.util.function.ToDoubleFunction<T> many) {
    Gauge.builder("tsunagi.waiting", whose, many)
        .description("Jobs that wait for their turn")
        .tag("what", what)
        .register(registry);
  }
}
