package jp.tsunagi.record.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import jp.tsunagi.record.ground.QrCode;

/**
 * A QR code of ours as an image: the only kind of image a paper may hold.
 *
 * @param text what a reader gets; never personal data
 * @param uri the image as a data URI
 */
public record QrImage(String text, String uri) {
  private static final int DOTS = 4;
  private static final int WHITE = 0xFFFFFF;

  /** Draws the code. */
  public static QrImage of(String text) {
    byte[] png = png(QrCode.squares(text));
    return new QrImage(text, "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }

  private static byte[] png(boolean[][] dark) {
    int size = dark.length * DOTS;
    var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, dark[y / DOTS][x / DOTS] ? 0 : WHITE);
      }
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
