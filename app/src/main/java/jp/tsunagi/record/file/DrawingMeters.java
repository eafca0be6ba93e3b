package jp.tsunagi.record.file;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many files wait to be looked at: a number only. */
@Component
record DrawingMeters(Drawing drawing) implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("tsunagi.waiting", drawing, Drawing::waiting)
        .description("Jobs that wait for their turn")
        .tag("what", "picture")
        .register(registry);
  }
}
