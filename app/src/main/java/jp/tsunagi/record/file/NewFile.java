package jp.tsunagi.record.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that was looked at and may be kept.
 *
 * @param name as shown and saved: without folders or control characters, with the ending of its
 *     kind
 */
public record NewFile(String name, FileKind kind, byte[] content) {
  /** 10 MiB: a scanned form of several pages in colour. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final int LONGEST_NAME = 80;
  private static final List<String> OTHER_PICTURES =
      List.of("heic", "heix", "hevc", "mif1", "msf1", "avif");

  /** Why a file is not taken; the key of the words the user reads. */
  public enum Refusal {
    EMPTY,
    TOO_LARGE,
    NOT_ALLOWED,
    /** A picture as some telephones keep it (HEIC, AVIF), which other programs cannot show. */
    OTHER_PICTURE,
    /** It begins like a picture and is none. */
    UNREADABLE,
    /** A picture with more points than one can work with. */
    TOO_MANY_POINTS,
    /** The field has as many as it takes. */
    TOO_MANY,
    /** One page brought more files than are looked at. */
    TOO_MANY_AT_ONCE,
    /** Too many pictures came from everywhere just now; it was not looked at. */
    BUSY;

    public String key() {
      return "file.refused." + name();
    }
  }

  /** What came of looking at a file. */
  public sealed interface Looked {
    record Good(NewFile file) implements Looked {}

    record Refused(Refusal why) implements Looked {}
  }

  /** Looks at what was sent. */
  public static Looked look(String name, byte[] content) {
    if (content.length == 0) {
      return new Looked.Refused(Refusal.EMPTY);
    }
    if (content.length > MOST_BYTES) {
      return new Looked.Refused(Refusal.TOO_LARGE);
    }
    Optional<FileKind> kind = FileKind.of(content);
    return kind.<Looked>map(it -> new Looked.Good(new NewFile(plain(name, it), it, content)))
        .orElseGet(() ->
            new Looked.Refused(
                otherPicture(content) ? Refusal.OTHER_PICTURE : Refusal.NOT_ALLOWED));
  }

  /** The same file with other content: what became of a picture. */
  NewFile as(FileKind other, byte[] bytes) {
    return new NewFile(plain(name, other), other, bytes);
  }

  /** ISO base media: its fifth to eighth byte name the container, the next four what is in it. */
  private static boolean otherPicture(byte[] content) {
    if (content.length < 12) {
      return false;
    }
    String begin = new String(content, 4, 8, StandardCharsets.ISO_8859_1);
    return OTHER_PICTURES.stream().anyMatch(brand -> begin.equals("ftyp" + brand));
  }

  private static String plain(String name, FileKind kind) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    String stem = (dot > 0 ? last.substring(0, dot) : last).replaceAll("[\\p{C}\"<>:|?*.]", "");
    int kept =
        stem.offsetByCodePoints(0, Math.min(LONGEST_NAME, stem.codePointCount(0, stem.length())));
    String cut = stem.substring(0, kept).strip();
    return (cut.isEmpty() ? "scan" : cut) + "." + kind.ending();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NewFile(String itsName, FileKind itsKind, byte[] itsContent)
        && name.equals(itsName)
        && kind == itsKind
        && Arrays.equals(content, itsContent);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, kind, Arrays.hashCode(content));
  }

  @Override
  public String toString() {
    return "NewFile[" + kind + ", " + content.length + "]";
  }
}
