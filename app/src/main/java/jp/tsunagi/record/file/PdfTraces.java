package jp.tsunagi.record.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a telephone wrote into a PDF that it made of a photograph: the place above all (EXIF, GPS),
 * and who and with what (XMP). It is blanked where it stands, so that nothing else moves; the PDF
 * is not read by a library, because one that was made to do harm would fill the memory.
 *
 * <p>Reached are pictures that stand in the file as they are (JPEG), which is how telephones and
 * scanners put them there; not what is packed once more around them.
 */
final class PdfTraces {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] XMP = "<?xpacket begin".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] XMP_END = "<?xpacket end".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COLOURS = "ICC_PROFILE".getBytes(StandardCharsets.US_ASCII);
  private static final int MARK = 0xFF;
  private static final int BEGIN = 0xD8;
  private static final int SCAN = 0xDA;
  private static final int COMMENT = 0xFE;
  private static final int FIRST_APPLICATION = 0xE1;
  private static final int COLOUR_PROFILE = 0xE2;
  private static final int LAST_APPLICATION = 0xEF;

  /** Says how the colours are meant (Adobe). */
  private static final int COLOUR_KIND = 0xEE;

  /** What is written about a photograph is far shorter. */
  private static final int LARGEST_PACKET = 1 << 20;

  private final byte[] pdf;

  private PdfTraces(byte[] pdf) {
    this.pdf = pdf;
  }

  /** The same PDF without them. Each byte is looked at a few times at most, whatever it says. */
  static byte[] blanked(byte[] pdf) {
    PdfTraces traces = new PdfTraces(pdf.clone());
    traces.pictures();
    traces.packets();
    return traces.pdf;
  }

  private void pictures() {
    int at = find(STREAM, 0, pdf.length);
    while (at >= 0) {
      at = find(STREAM, picture(content(at + STREAM.length)), pdf.length);
    }
  }

  /** A packet that begins and does not end before the next one begins is none, and stays. */
  private void packets() {
    int begin = find(XMP, 0, pdf.length);
    while (begin >= 0) {
      int next = find(XMP, begin + XMP.length, pdf.length);
      int last = Math.min(next < 0 ? pdf.length : next, begin + LARGEST_PACKET);
      int end = find(XMP_END, begin, last);
      if (end >= 0) {
        Arrays.fill(pdf, begin, end, (byte) ' ');
      }
      begin = next;
    }
  }

  /** Behind the end of the line of the word "stream". */
  private int content(int at) {
    int behind = at;
    while (is(behind, '\r') || is(behind, '\n')) {
      behind++;
    }
    return behind;
  }

  /**
   * The parts in front of the picture itself, one by one, as each says how long it is. Returns how
   * far that was: what lies before is not looked at again.
   */
  private int picture(int begin) {
    if (!is(begin, MARK) || !is(begin + 1, BEGIN)) {
      return begin;
    }
    int at = begin + 2;
    while (at + 4 <= pdf.length && is(at, MARK) && !is(at + 1, SCAN)) {
      int length = (pdf[at + 2] & 0xFF) << 8 | pdf[at + 3] & 0xFF;
      int end = at + 2 + length;
      if (length < 2 || end > pdf.length) {
        return at;
      }
      if (tells(pdf[at + 1] & 0xFF, at + 4)) {
        Arrays.fill(pdf, at + 4, end, (byte) 0);
      }
      at = end;
    }
    return at;
  }

  /** Whether a part says something beside the picture and the meaning of its colours. */
  private boolean tells(int kind, int content) {
    if (kind == COLOUR_PROFILE) {
      return !matches(COLOURS, content);
    }
    return kind == COMMENT
        || kind >= FIRST_APPLICATION && kind <= LAST_APPLICATION && kind != COLOUR_KIND;
  }

  private boolean is(int at, int value) {
    return at < pdf.length && (pdf[at] & 0xFF) == value;
  }

  /** Where it stands whole in front of that end, -1 when it does not. */
  private int find(byte[] what, int from, int end) {
    for (int at = from; at + what.length <= end; at++) {
      if (pdf[at] == what[0] && matches(what, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean matches(byte[] what, int at) {
    return at + what.length <= pdf.length
        && Arrays.equals(pdf, at, at + what.length, what, 0, what.length);
  }
}
