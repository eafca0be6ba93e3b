package jp.tsunagi.base.trace;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {
  @Bean
  Trace trace(TraceKey key) {
    return new Trace(key);
  }

  @Bean
  ChangesLeaveRows changesLeaveRows() {
    return new ChangesLeaveRows();
  }
}
