package jp.tsunagi.record.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/**
 * A photograph as it is kept: drawn anew, so that nothing goes on with it but what one sees. Where
 * and with what it was taken (EXIF, GPS) stays behind, and it is no larger than a page needs.
 */
final class Picture {
  /** Points of the longer side: a page of a 母子健康手帳 can still be read. */
  static final int LONGEST_SIDE = 2000;

  /** Above it nothing is decoded: a small file can unfold to gigabytes, and takes its time. */
  static final long MOST_POINTS = 25_000_000;

  /** Of one side: a row is held whole while it is read. */
  static final int MOST_OF_ONE_SIDE = 20_000;

  private static final float QUALITY = 0.85f;

  private Picture() {}

  /** The file to keep; a PDF stays as it is. */
  static NewFile.Looked reduced(NewFile file) {
    if (!file.kind().picture()) {
      return new NewFile.Looked.Good(file);
    }
    if (opened(file.content(), Picture::isTooLarge).orElse(false)) {
      return new NewFile.Looked.Refused(NewFile.Refusal.TOO_MANY_POINTS);
    }
    return within(file.content(), LONGEST_SIDE)
        .<NewFile.Looked>map(drawn -> new NewFile.Looked.Good(file.as(FileKind.JPEG, drawn)))
        .orElseGet(() -> new NewFile.Looked.Refused(NewFile.Refusal.UNREADABLE));
  }

  /** Drawn anew with at most so many points on its longer side; empty when it cannot be read. */
  static Optional<byte[]> within(byte[] content, int longest) {
    return opened(
        content, reader -> jpeg(upright(read(reader, longest), Orientation.of(content), longest)));
  }

  /** What is done with an opened picture. */
  private interface Work<T> {
    T with(ImageReader reader) throws IOException;
  }

  /** Empty when it cannot be read. */
  private static <T> Optional<T> opened(byte[] content, Work<T> work) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      ImageReader reader = ImageIO.getImageReaders(in).next();
      try {
        reader.setInput(in, true, true);
        return Optional.of(work.with(reader));
      } finally {
        reader.dispose();
      }
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | UnsupportedOperationException
        | java.util.NoSuchElementException
        | java.awt.color.CMMException e) {
      return Optional.empty();
    }
  }

  /** As its head says, before anything is unfolded. */
  private static long points(ImageReader reader) throws IOException {
    return (long) reader.getWidth(0) * reader.getHeight(0);
  }

  private static boolean isTooLarge(ImageReader reader) throws IOException {
    return points(reader) > MOST_POINTS
        || Math.max(reader.getWidth(0), reader.getHeight(0)) > MOST_OF_ONE_SIDE;
  }

  /** Decodes no more points than needed: every second, third … of a large one. */
  private static BufferedImage read(ImageReader reader, int longest) throws IOException {
    if (isTooLarge(reader)) {
      throw new IOException("too many points");
    }
    var every = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / longest);
    every.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, every);
  }

  /** On white, turned as it was meant, at most as large as wanted. */
  private static BufferedImage upright(BufferedImage read, Orientation turned, int longest) {
    double scale = Math.min(1.0, (double) longest / Math.max(read.getWidth(), read.getHeight()));
    int wide = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int high = Math.max(1, (int) Math.round(read.getHeight() * scale));
    var drawn =
        new BufferedImage(
            turned.lying() ? high : wide, turned.lying() ? wide : high, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = drawn.createGraphics();
    on.setColor(Color.WHITE);
    on.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
    on.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    AffineTransform way = turned.upright(wide, high);
    way.scale((double) wide / read.getWidth(), (double) high / read.getHeight());
    on.drawImage(read, way, null);
    on.dispose();
    return drawn;
  }

  private static byte[] jpeg(BufferedImage drawn) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(drawn, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
