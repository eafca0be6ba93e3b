package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.PublicAddress;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What is refused before any page of ours is asked (no request at all, an address that is none)
 * gets a status and no words of the server's own, with the headers of every other answer.
 */
@Component
final class BareRefusal implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final Class<? extends ErrorReportValve> silent;

  BareRefusal(PublicAddress addresses) {
    silent = addresses.isHttps() ? SilentByHttps.class : Silent.class;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(context -> {
      for (Container above = context.getParent(); above != null; above = above.getParent()) {
        if (above instanceof StandardHost host) {
          host.setErrorReportValveClass(silent.getName());
        }
      }
    });
  }

  /** Made by the server, by name. */
  public static class Silent extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable failure) {
      boolean bare = response.getStatus() >= 400 && response.getContentWritten() == 0;
      // said once: the valve around this one adds no words then
      if (bare && response.setErrorReported()) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        promise(response);
      }
    }

    /** Nothing is promised of HTTPS. */
    void promise(Response response) {}
  }

  /** The same where people reach the program by HTTPS. */
  public static final class SilentByHttps extends Silent {
    @Override
    void promise(Response response) {
      response.setHeader(
          "Strict-Transport-Security",
          "max-age=" + PublicAddress.HTTPS_ONLY.toSeconds() + " ; includeSubDomains");
    }
  }
}
