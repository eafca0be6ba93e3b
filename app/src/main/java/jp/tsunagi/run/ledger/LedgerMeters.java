package jp.tsunagi.run.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many ledgers are being taken in or wait for that: a number only. */
@Component
record LedgerMeters(LedgerRun runs) implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("tsunagi.waiting", runs, LedgerRun::waiting)
        .description("Jobs that wait for their turn")
        .tag("what", "ledger")
        .register(registry);
  }
}
