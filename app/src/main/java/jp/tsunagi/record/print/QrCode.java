package jp.tsunagi.record.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code of ours: what it says, and the image as a data URI. The only images a paper may hold.
 *
 * @param text what a reader gets; never personal data
 */
public record QrCode(String text, String uri) {
  private static final int DOTS = 4;

  /** Draws the code. */
  public static QrCode of(String text) {
    return new QrCode(
        text, "data:image/png;base64," + Base64.getEncoder().encodeToString(image(text)));
  }

  private static byte[] image(String text) {
    var hints =
        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2);
    try {
      return png(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
    } catch (WriterException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static byte[] png(BitMatrix code) {
    int size = code.getWidth() * DOTS;
    var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, code.get(x / DOTS, y / DOTS) ? 0x000000 : 0xFFFFFF);
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
