package jp.tsunagi.base.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * A page and the template that bears its name: {@code jp.tsunagi.view.overview.ChildPage} is shown
 * by {@code view/overview/Child.jte}, as its parameter {@code page}. What else a template asks for
 * (a {@link Frame}, a {@link PortalFrame}, a {@link Token}) comes from the request. Rendered whole
 * before the first byte is sent.
 */
public final class Screen implements View {
  private static final String ROOT = "jp.tsunagi.";

  private final Object page;
  private final int status;

  private Screen(Object page, int status) {
    this.page = page;
    this.status = status;
  }

  /** Shows the page. */
  public static ModelAndView of(Object page) {
    return new ModelAndView(new Screen(page, 200));
  }

  /** Shows the page with a status that says what happened, e.g. 422 for input that is refused. */
  public static ModelAndView of(Object page, int status) {
    return new ModelAndView(new Screen(page, status));
  }

  /** Goes on to another page and says there in one line what was done (a key of a message). */
  public static ModelAndView done(String url, String messageKey) {
    int place = url.indexOf('#');
    String page = place < 0 ? url : url.substring(0, place);
    String mark = page.contains("?") ? "&" : "?";
    return redirect(page + mark + "done=" + messageKey + url.substring(page.length()));
  }

  /** Goes on to another page. */
  public static ModelAndView redirect(String url) {
    ModelAndView view = new ModelAndView("redirect:" + url);
    view.setStatus(org.springframework.http.HttpStatus.SEE_OTHER);
    return view;
  }

  /** Offers what a template may ask for beside its page. */
  public static <T> void offer(HttpServletRequest request, Class<T> type, Supplier<T> value) {
    request.setAttribute(type.getName(), value);
  }

  @Override
  public String getContentType() {
    return "text/html;charset=utf-8";
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TemplateEngine engine = Templates.engine(request);
    Utf8ByteOutput output = new Utf8ByteOutput();
    Map<String, Object> parameters = parameters(engine, request);
    ScopedValue.where(Furigana.ABOVE, ReadingChoice.above(request))
        .run(() -> engine.render(template(), parameters, output));
    response.setStatus(status);
    response.setContentType(getContentType());
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }

  /** Whether this page says that input was refused. */
  public boolean refused() {
    return status == 422;
  }

  private String template() {
    String name = page.getClass().getName().substring(ROOT.length()).replace('.', '/');
    return name.substring(0, name.length() - "Page".length()) + ".jte";
  }

  private Map<String, Object> parameters(TemplateEngine engine, HttpServletRequest request) {
    Map<String, Object> values = new HashMap<>();
    engine
        .getParamInfo(template())
        .forEach((name, type) -> {
          if (type.isInstance(page)) {
            values.put(name, page);
          } else if (request.getAttribute(type.getName()) instanceof Supplier<?> offered) {
            values.put(name, offered.get());
          }
        });
    return values;
  }
}
