package jp.tsunagi.base.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The templates, compiled with the program. */
@Configuration(proxyBeanMethods = false)
class Templates {
  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, Templates.class.getClassLoader(), "jp.tsunagi.templates");
  }

  static TemplateEngine engine(HttpServletRequest request) {
    return WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
        .getBean(TemplateEngine.class);
  }
}
