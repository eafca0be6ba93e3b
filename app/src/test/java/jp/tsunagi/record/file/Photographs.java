package jp.tsunagi.record.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Made-up photographs as telephones make them: with the place where they were taken. */
public final class Photographs {
  /** What stands in the GPS part and must never come out again. */
  public static final String PLACE = "35.1193N-136.0000E-SECRET-PLACE";

  private Photographs() {}

  /** Left half red, right half blue. */
  public static byte[] plain(String format, int wide, int high) {
    var image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = image.createGraphics();
    on.setColor(Color.RED);
    on.fillRect(0, 0, wide / 2, high);
    on.setColor(Color.BLUE);
    on.fillRect(wide / 2, 0, wide - wide / 2, high);
    on.dispose();
    return written(format, image);
  }

  static byte[] written(String format, BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A JPEG with an EXIF part: how the camera was held, and where. */
  public static byte[] taken(int wide, int high, int orientation) {
    byte[] jpeg = plain("jpeg", wide, high);
    byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4 + place.length);
    exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(place);
    var whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, 2);
    whole.writeBytes(exif.array());
    whole.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }

  /** What a viewer shows. */
  public static BufferedImage shown(byte[] content) {
    try {
      return ImageIO.read(new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the place stands anywhere in the bytes. */
  public static boolean saysWhere(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1).contains(PLACE);
  }
}
