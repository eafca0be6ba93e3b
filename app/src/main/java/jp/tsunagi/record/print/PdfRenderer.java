package jp.tsunagi.record.print;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Papers as PDF, A4. Whatever a text holds, nothing is fetched: no address, no file; the only
 * images are the codes we drew ourselves (SECURITY: free text → PDF).
 */
@Component
public final class PdfRenderer {
  /** The media type of what comes out. */
  public static final String MEDIA_TYPE = "application/pdf";

  private static final String STYLE = read("/static/style/official.css") + read("/print/page.css");

  /** A page that lies, for tables with many columns. */
  private static final String LYING = "@page { size: A4 landscape; margin: 14mm 14mm 18mm 14mm; }";

  static {
    // its log quotes the document: nothing personal may stand in a log (SECURITY 9)
    com.openhtmltopdf.util.XRLog.setLoggingEnabled(false);
  }

  private final TemplateEngine engine;

  PdfRenderer(TemplateEngine engine) {
    this.engine = engine;
  }

  /** The paper as PDF, with the footing on each page. */
  public byte[] render(Paper paper, Footing footing) {
    StringOutput html = new StringOutput();
    Map<String, Object> model =
        Map.of("paper", paper, "footing", footing, "losses", Losses.of(paper));
    engine.render("record/print/Document.jte", model, html);
    String varied = PrintFonts.varied(html.toString());
    return pdf(drawn(styled(varied, paper), paper), images(paper));
  }

  private static String styled(String html, Paper paper) {
    int head = html.indexOf("</head>");
    String style = "<style>" + STYLE + (paper.wide() ? LYING : "") + "</style>";
    return html.substring(0, head) + style + html.substring(head);
  }

  private static Set<String> images(Paper paper) {
    var ours = new HashSet<String>();
    paper.letter().flatMap(Paper.Letter::code).ifPresent(code -> ours.add(code.uri()));
    paper.pictures().forEach(picture -> picture.data().ifPresent(ours::add));
    return ours;
  }

  /** Pictures stand in the paper itself: where the screen would fetch one, its bytes. */
  private static String drawn(String html, Paper paper) {
    String drawn = html;
    for (Paper.Picture picture : paper.pictures()) {
      String data = picture.data().orElse("");
      drawn = drawn.replace(image(picture.url()), image(data));
    }
    return drawn;
  }

  private static String image(String source) {
    return "<img class=\"picture\" src=\"" + source + "\"";
  }

  /** Never resolves an address: what is not an image of ours is denied before and after. */
  static byte[] pdf(String html, Set<String> images) {
    var bytes = new ByteArrayOutputStream(64 * 1024);
    var builder = new PdfRendererBuilder();
    for (var when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, _) -> images.contains(uri), when);
    }
    builder.useUriResolver((_, uri) -> images.contains(uri) ? uri : null);
    builder.withDiagnosticConsumer(_ -> {});
    PrintFonts.use(builder, html);
    builder.useFastMode();
    builder.withProducer("Tsunagi");
    builder.withHtmlContent(html, "");
    builder.toStream(bytes);
    try {
      builder.run();
      return PrintFonts.named(bytes.toByteArray(), html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String path) {
    try (var in = PdfRenderer.class.getResourceAsStream(path)) {
      return new String(
          Optional.ofNullable(in).orElseThrow(() -> new IllegalStateException(path)).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
