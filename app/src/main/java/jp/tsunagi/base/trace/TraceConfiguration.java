package jp.tsunagi.base.trace;

import jp.tsunagi.base.database.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {
  @Bean
  Trace trace(TraceKey key) {
    return new Trace(key);
  }

  @Bean
  TraceMeters traceMeters(Trace trace) {
    return new TraceMeters(trace);
  }

  @Bean
  TraceProbe traceProbe(Database database, Trace trace) {
    return new TraceProbe(database, trace);
  }

  @Bean
  ChangesLeaveRows changesLeaveRows() {
    return new ChangesLeaveRows();
  }
}
