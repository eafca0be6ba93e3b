package jp.tsunagi.base.trace;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How many sign-ins this node did not take, by any of the ways: the rows it wrote of them. */
record TraceMeters(Trace trace) implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("tsunagi.sign.ins.refused", trace, Trace::refusedSignIns)
        .description("Sign-ins that were not taken and left a row (SIGN_IN_REFUSED)")
        .register(registry);
  }
}
