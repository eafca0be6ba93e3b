package jp.tsunagi.record.file;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held (EXIF tag 0x0112, TIFF 6.0): 1 upright, 3 upside down, 6 and 8 on its
 * sides, the others mirrored. Read before the picture is drawn anew without it.
 *
 * @param value 1 to 8
 */
record Orientation(int value) {
  private static final int TAG = 0x0112;
  private static final int APP1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final Orientation UPRIGHT = new Orientation(1);

  /** Upright when the file says nothing, or nothing that can be read. */
  static Orientation of(byte[] jpeg) {
    try {
      return find(ByteBuffer.wrap(jpeg));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return UPRIGHT;
    }
  }

  private static Orientation find(ByteBuffer file) {
    int at = 2;
    while ((file.get(at) & 0xFF) == 0xFF && (file.get(at + 1) & 0xFF) != START_OF_SCAN) {
      int length = file.getShort(at + 2) & 0xFFFF;
      boolean exif = file.getInt(at + 4) == 0x45786966; // "Exif"
      if ((file.get(at + 1) & 0xFF) == APP1 && exif) {
        return inTiff(file.slice(at + 10, length - 8));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static Orientation inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int entry = 0; entry < entries; entry++) {
      int at = directory + 2 + 12 * entry;
      if ((tiff.getShort(at) & 0xFFFF) == TAG) {
        int value = tiff.getShort(at + 8);
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** Whether width and height change places. */
  boolean lying() {
    return value >= 5;
  }

  /** Puts a picture of that size upright, with its corner at the origin. */
  AffineTransform upright(int wide, int high) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, wide, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, wide, high);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, high);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, high, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, high, wide);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, wide);
      default -> new AffineTransform();
    };
  }
}
