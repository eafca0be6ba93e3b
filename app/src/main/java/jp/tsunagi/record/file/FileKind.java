package jp.tsunagi.record.file;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What may be attached: known by its first bytes. Nothing that a browser would run. */
public enum FileKind {
  PDF("application/pdf", "pdf", "255044462d"),
  JPEG("image/jpeg", "jpg", "ffd8ff"),
  PNG("image/png", "png", "89504e470d0a1a0a");

  /** For the file field of a form. */
  public static final String ACCEPT = ".pdf,.jpg,.jpeg,.png";

  private final String mediaType;
  private final String ending;
  private final byte[] begin;

  FileKind(String mediaType, String ending, String begin) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.begin = HexFormat.of().parseHex(begin);
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether it can be shown as a picture. */
  public boolean picture() {
    return this != PDF;
  }

  /** Whether a media type, as a file was kept under it, is that of a picture. */
  static boolean picture(String mediaType) {
    return Arrays.stream(values())
        .anyMatch(kind -> kind.picture() && kind.mediaType.equals(mediaType));
  }

  String ending() {
    return ending;
  }

  /** The kind whose first bytes these are. */
  public static Optional<FileKind> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
  }

  private boolean begins(byte[] content) {
    return content.length > begin.length
        && Arrays.equals(begin, 0, begin.length, content, 0, begin.length);
  }
}
