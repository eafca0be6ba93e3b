package jp.tsunagi.base.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The templates, compiled with the program, and the language of the reader. */
@Configuration(proxyBeanMethods = false)
class Rendering {
  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, Rendering.class.getClassLoader(), "jp.tsunagi.templates");
  }

  /** Japanese, until the reader chooses another language. */
  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("tsunagi-language");
    resolver.setDefaultLocale(Locale.JAPANESE);
    resolver.setCookieHttpOnly(true);
    return resolver;
  }

  static TemplateEngine engine(HttpServletRequest request) {
    return WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
        .getBean(TemplateEngine.class);
  }
}
