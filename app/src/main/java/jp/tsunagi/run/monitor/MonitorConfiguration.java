package jp.tsunagi.run.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The figures of the program, and the watch around its requests. */
@Configuration(proxyBeanMethods = false)
class MonitorConfiguration {
  @Bean
  PrometheusMeterRegistry meterRegistry() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  @Bean(destroyMethod = "close")
  JvmGcMetrics pausesOfTheJvm() {
    return new JvmGcMetrics();
  }

  /** Each module says itself what is to be known of it. */
  @Bean
  Figures figures(MeterRegistry registry, List<MeterBinder> modules, Samples samples) {
    List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics(),
            new FileDescriptorMetrics())
        .forEach(of -> of.bindTo(registry));
    modules.forEach(of -> of.bindTo(registry));
    samples.bindTo(registry);
    return new Figures();
  }

  /** That everything was bound. */
  record Figures() {}

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> watchedRequests(
      MeterRegistry registry) {
    RequestWatch watch = new RequestWatch(new RequestMeters(registry));
    return factory -> factory.addEngineValves(watch);
  }

  @Bean
  WebMvcConfigurer watchedRoutes() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RequestWatch.Routes()).order(Ordered.HIGHEST_PRECEDENCE);
      }
    };
  }
}
