package jp.tsunagi.people.staff;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.ui.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The door before every controller, the headers of every answer, and the hashing of passwords. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Bean
  @ConditionalOnMissingBean
  PasswordRounds passwordRounds() {
    return PasswordRounds.USUAL;
  }

  @Bean
  PasswordEncoder passwordEncoder(PasswordRounds rounds) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new PasswordHashing(
        new Pbkdf2PasswordEncoder(
            "",
            16,
            rounds.value(),
            Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256),
        threads);
  }

  /** The secret of the forms of one browser; another with each sign-in. */
  @Bean
  CsrfTokenRepository formTokens() {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("__Host-tsunagi-form");
    tokens.setCookieCustomizer(
        cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax").path("/"));
    return tokens;
  }

  /** Who may do what is decided by {@link Door} and the predicate; here: headers and forgery. */
  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http, CsrfTokenRepository tokens, PublicAddress addresses) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .anonymous(anonymous -> anonymous.disable())
        .logout(logout -> logout.disable())
        .formLogin(login -> login.disable())
        .httpBasic(basic -> basic.disable())
        .csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(new FormTokens()))
        .headers(headers ->
            headers
                .httpStrictTransportSecurity(https -> byHttpsOnly(https, addresses))
                .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer ->
                    referrer.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                            .ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  /**
   * Where people reach it by HTTPS their browsers ask for nothing else. The proxy ends HTTPS, so no
   * request here is secure by itself; where no such address was stated nothing is promised.
   */
  private static void byHttpsOnly(
      HeadersConfigurer<HttpSecurity>.HstsConfig https, PublicAddress addresses) {
    if (addresses.isHttps()) {
      https
          .requestMatcher(AnyRequestMatcher.INSTANCE)
          .maxAgeInSeconds(PublicAddress.HTTPS_ONLY.toSeconds())
          .includeSubDomains(true);
    } else {
      https.disable();
    }
  }

  @Bean
  WebMvcConfigurer doorConfigurer(Door door, Misses misses) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AssetAnswers());
        registry.addInterceptor(misses);
        registry.addInterceptor(door);
      }

      @Override
      public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
      }
    };
  }

  /** Hands the acting person to a controller that asks for one. */
  static final class ActorArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return Actor.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      var servlet = request.getNativeRequest(jakarta.servlet.http.HttpServletRequest.class);
      return Door.actor(java.util.Objects.requireNonNull(servlet));
    }
  }
}
