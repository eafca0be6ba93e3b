package jp.tsunagi.base.ui;

import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The reader's language: Japanese until one is chosen, kept in a cookie that says nothing else. The
 * browser's own preference is not asked: an office PC set to English still has Japanese forms.
 */
@Configuration(proxyBeanMethods = false)
class LanguageChoice {
  @Bean
  LocaleResolver localeResolver() {
    var resolver = new CookieLocaleResolver("__Host-tsunagi-language");
    resolver.setDefaultLocale(Locale.JAPANESE);
    resolver.setCookieMaxAge(ReadingChoice.KEPT);
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSecure(true);
    resolver.setCookieSameSite("Lax");
    return resolver;
  }
}
