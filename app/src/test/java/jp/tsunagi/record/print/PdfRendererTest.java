package jp.tsunagi.record.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagi.base.ui.QrImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfRendererTest {
  @Test
  void everyPageBearsCareWhoWhenAndNumber() {
    Paper paper = Samples.paper(Samples.form("support-nursery"), 3, true, "青空　海");
    byte[] pdf = Samples.kept("nursery.pdf", Samples.RENDERER.render(paper, Samples.FOOTING));
    String text = Samples.text(pdf);
    int pages = Samples.pages(pdf);
    assertThat(pages).isGreaterThan(1);
    assertThat(text.split("取扱注意", -1)).hasSize(pages + 1);
    assertThat(text.split("通番　R8-0012", -1)).hasSize(pages + 1);
    assertThat(text).contains("出力者　森田 かえで", "令和8年11月21日 14:03", "ページ");
  }

  @Test
  void whatTheFormAsksStandsInItsOrder() {
    Paper paper = Samples.paper(Samples.form("support-nursery"), 1, true, "青空　海");
    String text = Samples.text(Samples.RENDERER.render(paper, Samples.FOOTING));
    assertThat(text)
        .containsSubsequence("青空　海", "はじめに", "担任", "好きなこと", "評価と次年度", "記入日", "令和8年3月20日（2026）");
  }

  @Test
  void anEmptyFormLeavesRoomToWrite() {
    Paper paper = Samples.paper(Samples.form("profile"), 0, true, "髙󠄁嶺　渚󠄂");
    byte[] pdf = Samples.kept("profile-empty.pdf", Samples.RENDERER.render(paper, Samples.FOOTING));
    assertThat(Samples.text(pdf)).contains("好きなこと・得意なこと");
    Paper full =
        Samples.paper(Samples.form("profile"), 1, true, "ｳﾞｧﾈｯｻ　ゔぁね 寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末");
    Samples.kept("profile-full.pdf", Samples.RENDERER.render(full, Samples.FOOTING));
    Samples.kept("profile-full.xlsx", PaperWorkbook.render(full, Samples.FOOTING));
  }

  @Test
  void aVariantIsDrawnAsTheFamilyWritesItAndFoundAsItIsWritten() {
    String plain = "葛飾　辻";
    byte[] usual = named(plain);
    byte[] varied = Samples.kept("variants.pdf", named("葛󠄀飾　辻󠄀"));
    assertThat(Samples.text(varied)).contains("葛󠄀飾　辻󠄀");
    assertThat(Samples.text(usual)).contains(plain);
    assertThat(picture(varied)).as("drawn otherwise").isNotEqualTo(picture(usual));
    byte[] unknown = named("邉󠄿見");
    assertThat(Samples.text(unknown)).contains("邉見", "ふつうの字形になります");
  }

  private static byte[] named(String name) {
    Paper paper =
        new Paper(
            "t", List.of(), Optional.empty(), List.of(new Paper.Fact("氏名", name)), List.of(), "t");
    return Samples.RENDERER.render(paper, Samples.FOOTING);
  }

  /** The first page as dots. */
  private static List<Integer> picture(byte[] pdf) {
    try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
      var image = new org.apache.pdfbox.rendering.PDFRenderer(document).renderImageWithDPI(0, 72);
      return java.util.Arrays.stream(
              image.getRGB(
                  0, 0, image.getWidth(), image.getHeight() / 3, null, 0, image.getWidth()))
          .boxed()
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void nothingIsFetchedWhateverATextHolds(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.css"), "body{content:'geheim'}");
    AtomicInteger hits = new AtomicInteger();
    HttpServer listener =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          hits.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
        });
    listener.start();
    try {
      String http = "http://127.0.0.1:" + listener.getAddress().getPort() + "/";
      for (String address : List.of(http, secret.toUri().toString())) {
        assertThat(PdfRenderer.pdf(hostile(address), Set.of())).isNotEmpty();
        Samples.RENDERER.render(paperSaying(hostile(address)), Samples.FOOTING);
      }
    } finally {
      listener.stop(0);
    }
    assertThat(hits).hasValue(0);
  }

  /** Even if escaping failed: every way a page can ask for something else. */
  private static String hostile(String address) {
    return """
    <html><head>
    <link rel="stylesheet" href="%1$s"/>
    <style>@import url("%1$s"); @font-face { font-family: X; src: url("%1$s"); }
    body { background-image: url("%1$s"); font-family: X; } li { list-style-image: url("%1$s"); }</style>
    </head><body>
    <img src="%1$s"/><object data="%1$s"></object><a href="%1$s">見える</a>
    <img src="data:image/png;base64,AAAA"/><embed src="%1$s"/><ul><li>x</li></ul>
    </body></html>\
    """
        .formatted(address);
  }

  @Test
  void textIsShownAsTextNeverAsMarkup() {
    String text = "<img src=x onerror=alert(1)><script>1</script> & \"'=1+1";
    assertThat(Samples.text(Samples.RENDERER.render(paperSaying(text), Samples.FOOTING)))
        .contains("<img src=x onerror=alert(1)><script>1</script>");
  }

  private static Paper paperSaying(String text) {
    return new Paper(
        text,
        List.of(text),
        Optional.of(new Paper.Letter(text, text, text, text, Optional.of(QrImage.of("x")))),
        List.of(new Paper.Fact(text, text, Optional.of(text))),
        List.of(
            new Paper.Heading(text, Optional.of(text), false),
            new Paper.Ruled(List.of(new Paper.Line(text, new Paper.Written(text, true)))),
            new Paper.Grid(Optional.of(text), List.of(text), List.of(List.of(text)), true),
            new Paper.Words(text, List.of(text))),
        text);
  }

  @Test
  void aWarmSheetTakesLittleTime() {
    Paper paper = Samples.paper(Samples.form("support-nursery"), 1, true, "青空　海");
    for (int i = 0; i < 30; i++) {
      Samples.RENDERER.render(paper, Samples.FOOTING);
    }
    long begin = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      Samples.RENDERER.render(paper, Samples.FOOTING);
    }
    long milliseconds = (System.nanoTime() - begin) / 10_000_000;
    System.out.println("PDF of one sheet, warm: " + milliseconds + " ms");
    assertThat(milliseconds).isLessThan(2_000);
  }
}
