package jp.tsunagi.base.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks at the parts of a workbook (.xlsx, a ZIP) before anything reads them: how many there are,
 * how large they become when they are unpacked, and that none declares a document type. What a part
 * says of its own size is not believed: it is unpacked, and thrown away.
 */
public final class WorkbookParts {
  /** A workbook has some twenty. */
  public static final int MOST_PARTS = 200;

  /** Unpacked, all parts together: the longest file that is taken has a fifth of it. */
  public static final long MOST_BYTES = 50L * 1024 * 1024;

  /** Bytes in which a part says what it is. */
  private static final int BEGIN = 4096;

  private final byte[] buffer = new byte[64 * 1024];
  private long bytes;

  private WorkbookParts() {}

  /** What they are. */
  public enum Kind {
    /** They may be read. */
    SOUND,
    /** More parts, or larger ones, than any list has. */
    TOO_MUCH,
    /** No program that writes workbooks declares a document type; who does, means entities. */
    DOCTYPE
  }

  /**
   * Unpacks every part as far as needed.
   *
   * @throws IOException when it is no ZIP
   */
  public static Kind of(byte[] file) throws IOException {
    try (ZipFile parts = ZipFile.builder().setByteArray(file).get()) {
      return new WorkbookParts().look(parts);
    }
  }

  private Kind look(ZipFile parts) throws IOException {
    Enumeration<ZipArchiveEntry> entries = parts.getEntries();
    for (int seen = 0; entries.hasMoreElements(); seen++) {
      if (seen == MOST_PARTS) {
        return Kind.TOO_MUCH;
      }
      try (InputStream content = parts.getInputStream(entries.nextElement())) {
        byte[] begin = content.readNBytes(BEGIN);
        if (declaresType(begin)) {
          return Kind.DOCTYPE;
        }
        bytes += begin.length;
        if (!fits(content)) {
          return Kind.TOO_MUCH;
        }
      }
    }
    return Kind.SOUND;
  }

  private static boolean declaresType(byte[] begin) {
    return new String(begin, StandardCharsets.ISO_8859_1).replace("\0", "").contains("<!DOCTYPE");
  }

  private boolean fits(InputStream content) throws IOException {
    for (int read = content.read(buffer);
        read >= 0 && bytes <= MOST_BYTES;
        read = content.read(buffer)) {
      bytes += read;
    }
    return bytes <= MOST_BYTES;
  }
}
