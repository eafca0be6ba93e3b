package jp.tsunagi.walk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What the office's scanner makes of a paper: a picture of its first page. */
final class Scan {
  private static final float DOTS_PER_INCH = 150;

  private Scan() {}

  static byte[] of(byte[] pdf) {
    try (var paper = Loader.loadPDF(pdf)) {
      return png(new PDFRenderer(paper).renderImageWithDPI(0, DOTS_PER_INCH));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty page. */
  static byte[] empty() {
    return png(new BufferedImage(210, 297, BufferedImage.TYPE_BYTE_GRAY));
  }

  private static byte[] png(BufferedImage picture) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
