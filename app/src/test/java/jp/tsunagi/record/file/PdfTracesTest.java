package jp.tsunagi.record.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** A telephone that makes a PDF of a photograph puts the photograph in as it is, place and all. */
class PdfTracesTest {
  private static final String XMP =
      "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x>"
          + Photographs.PLACE
          + "</x><?xpacket end='w'?>";

  private static byte[] photographed() throws IOException {
    var out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      var metadata = new PDMetadata(document);
      metadata.importXMPMetadata(XMP.getBytes(StandardCharsets.UTF_8));
      document.getDocumentCatalog().setMetadata(metadata);
      var image = JPEGFactory.createFromByteArray(document, Photographs.taken(400, 200, 1));
      try (var on = new PDPageContentStream(document, page)) {
        on.drawImage(image, 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  private static BufferedImage shown(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImage(0);
    }
  }

  @Test
  void thePlaceIsGoneAndThePictureIsNot() throws IOException {
    byte[] sent = photographed();
    assertThat(Photographs.saysWhere(sent)).isTrue();
    try (var drawing = new Drawing()) {
      NewFile kept = ((NewFile.Looked.Good) drawing.look("スキャン.pdf", sent)).file();
      assertThat(kept.kind()).isEqualTo(FileKind.PDF);
      assertThat(kept.content()).hasSameSizeAs(sent);
      assertThat(Photographs.saysWhere(kept.content())).isFalse();
      assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
      BufferedImage page = shown(kept.content());
      assertThat(new Color(page.getRGB(page.getWidth() / 10, 200)).getRed()).isGreaterThan(200);
      assertThat(new Color(page.getRGB(page.getWidth() * 9 / 10, 200)).getBlue())
          .isGreaterThan(200);
    }
    assertThat(Photographs.saysWhere(sent)).as("what was sent is not touched").isTrue();
  }

  @Test
  void whatIsBrokenStaysAsItIs() {
    for (String pdf :
        new String[] {
          "%PDF-1.7 stream\n",
          "%PDF-1.7 stream\n\u00ff\u00d8\u00ff",
          "%PDF-1.7 stream\n\u00ff\u00d8\u00ff\u00e1\u00ff\u00ff.",
          "%PDF-1.7 stream\n\u00ff\u00d8\u00ff\u00e1\0\1..",
          "%PDF-1.7 a stream of words, and no picture"
        }) {
      byte[] sent = pdf.getBytes(StandardCharsets.ISO_8859_1);
      assertThat(PdfTraces.blanked(sent)).isEqualTo(sent);
    }
  }

  /** One byte after another is looked at, and none of them again and again. */
  @Test
  void aFileMadeToKeepAThreadKeepsNone() {
    for (String part :
        new String[] {
          "<?xpacket begin", "stream", "stream\n\u00ff\u00d8\u00ff\u00e0\0\2", "stream\n\n\n", "\n"
        }) {
      byte[] sent = repeated("%PDF-1.7 stream\n\u00ff\u00d8", part);
      assertThat(soon(sent)).as(part).isEqualTo(sent);
    }
    byte[] marks = repeated("%PDF-1.7 ", "stream\n\u00ff\u00d8\u00ff\u00e1\0\12streamstr");
    assertThat(soon(marks)).hasSameSizeAs(marks);
    byte[] many = repeated("%PDF-1.7 ", "<?xpacket begin<?xpacket end");
    assertThat(new String(soon(many), StandardCharsets.ISO_8859_1))
        .doesNotContain("<?xpacket begin");
  }

  private static byte[] soon(byte[] sent) {
    return assertTimeoutPreemptively(Duration.ofSeconds(2), () -> PdfTraces.blanked(sent));
  }

  private static byte[] repeated(String begin, String part) {
    int times = (NewFile.MOST_BYTES - begin.length()) / part.length();
    return (begin + part.repeat(times)).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A packet without an end takes nothing with it. */
  @Test
  void onlyWhatIsBetweenABeginAndItsOwnEndIsBlanked() {
    String words = "%PDF-1.7 <?xpacket begin 1 0 obj kept endobj ";
    byte[] blanked =
        PdfTraces.blanked((words + XMP + " kept too").getBytes(StandardCharsets.UTF_8));
    assertThat(new String(blanked, StandardCharsets.UTF_8))
        .startsWith(words)
        .endsWith("<?xpacket end='w'?> kept too")
        .doesNotContain(Photographs.PLACE);
    String far = "<?xpacket begin" + " kept".repeat(1 << 18) + "<?xpacket end";
    byte[] sent = far.getBytes(StandardCharsets.UTF_8);
    assertThat(PdfTraces.blanked(sent)).isEqualTo(sent);
  }
}
