package jp.tsunagi.base.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code of ours as an image: the only kind of image a paper may hold, or a page of ours draws.
 *
 * @param text what a reader gets; never personal data
 * @param uri the image as a data URI
 */
public record QrImage(String text, String uri) {
  private static final int DOTS = 4;
  private static final int WHITE = 0xFFFFFF;

  /** Draws the code. */
  public static QrImage of(String text) {
    byte[] png = png(squares(text));
    return new QrImage(text, "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }

  /** The dark squares, row by row, with a quiet edge of one square. */
  public static boolean[][] squares(String text) {
    try {
      BitMatrix matrix =
          new QRCodeWriter()
              .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 1));
      boolean[][] squares = new boolean[matrix.getHeight()][matrix.getWidth()];
      for (int row = 0; row < squares.length; row++) {
        for (int column = 0; column < squares[row].length; column++) {
          squares[row][column] = matrix.get(column, row);
        }
      }
      return squares;
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
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
