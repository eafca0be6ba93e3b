package jp.tsunagi.record.ground;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The square on a paper form: a random reference in it, nothing of a person. */
final class QrCode {
  /** More is no photograph of a paper. */
  private static final long MOST_PIXELS = 40_000_000;

  /** Of one side: a row is held whole while it is read. */
  private static final int LONGEST = 20_000;

  /** What is looked at: a larger picture is read with every second, third … dot only. */
  private static final long LOOKED_AT = 4_000_000;

  /** One picture at a time: each takes some 50 MB, whoever sends many waits. */
  private static final ReentrantLock ONE = new ReentrantLock();

  private QrCode() {}

  /** What a picture's QR code says, if one can be found in it. */
  static Optional<String> read(byte[] picture) {
    ONE.lock();
    try {
      return image(picture).flatMap(QrCode::decoded);
    } finally {
      ONE.unlock();
    }
  }

  private static Optional<String> decoded(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    try {
      return Optional.of(
          new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }

  /** Every nth dot, so that no more than {@link #LOOKED_AT} of them are held. */
  private static ImageReadParam sparse(ImageReader reader, long pixels) {
    ImageReadParam param = reader.getDefaultReadParam();
    int step = (int) Math.ceil(Math.sqrt((double) pixels / LOOKED_AT));
    param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
    return param;
  }

  /** The picture, unless it is none or so large that looking at it would fill the memory. */
  static Optional<BufferedImage> image(byte[] content) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        return pixels > MOST_PIXELS || Math.max(reader.getWidth(0), reader.getHeight(0)) > LONGEST
            ? Optional.empty()
            : Optional.of(reader.read(0, sparse(reader, pixels)));
      } finally {
        reader.dispose();
      }
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | UnsupportedOperationException
        | java.awt.color.CMMException broken) {
      // the readers say in all of these ways that a picture is none
      return Optional.empty();
    }
  }
}
