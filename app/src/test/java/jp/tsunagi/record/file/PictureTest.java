package jp.tsunagi.record.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Photographs lose where they were taken, stand upright and are no larger than needed. */
class PictureTest {
  private static final Drawing DRAWING = new Drawing();

  private static NewFile good(String name, byte[] content) {
    return ((NewFile.Looked.Good) DRAWING.look(name, content)).file();
  }

  private static NewFile.Looked refused(NewFile.Refusal why) {
    return new NewFile.Looked.Refused(why);
  }

  private static String colour(BufferedImage image, double x, double y) {
    Color at = new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
    return at.getRed() > 200 ? "red" : at.getBlue() > 200 ? "blue" : at.toString();
  }

  @Test
  void thePlaceStaysBehind() {
    byte[] taken = Photographs.taken(400, 200, 1);
    assertThat(Photographs.saysWhere(taken)).isTrue();
    NewFile kept = good("IMG_0012.JPG", taken);
    assertThat(Photographs.saysWhere(kept.content())).isFalse();
    assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    assertThat(kept.name()).isEqualTo("IMG_0012.jpg");
  }

  /** Where the red half is seen, when the camera was held that way. */
  @ParameterizedTest
  @CsvSource({
    "1, 400, 200, 0.1, 0.5",
    "2, 400, 200, 0.9, 0.5",
    "3, 400, 200, 0.9, 0.5",
    "4, 400, 200, 0.1, 0.5",
    "5, 200, 400, 0.5, 0.1",
    "6, 200, 400, 0.5, 0.1",
    "7, 200, 400, 0.5, 0.9",
    "8, 200, 400, 0.5, 0.9"
  })
  void itStandsUpright(int orientation, int wide, int high, double x, double y) {
    var shown =
        Photographs.shown(good("a.jpg", Photographs.taken(400, 200, orientation)).content());
    assertThat(shown.getWidth()).isEqualTo(wide);
    assertThat(shown.getHeight()).isEqualTo(high);
    assertThat(colour(shown, x, y)).isEqualTo("red");
    assertThat(colour(shown, 1 - x, 1 - y)).isEqualTo("blue");
  }

  @Test
  void aLargeOneBecomesSmaller() {
    NewFile kept = good("a.jpg", Photographs.plain("jpeg", 5000, 3000));
    assertThat(Photographs.shown(kept.content()).getWidth()).isEqualTo(Picture.LONGEST_SIDE);
    assertThat(Photographs.shown(kept.content()).getHeight()).isEqualTo(1200);
  }

  @Test
  void whatOneSeesThroughIsWhite() {
    var clear = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
    NewFile kept = good("a.png", Photographs.written("png", clear));
    assertThat(kept.kind()).isEqualTo(FileKind.JPEG);
    assertThat(Photographs.shown(kept.content()).getRGB(30, 20)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void aPdfStaysAsItIs() {
    byte[] pdf = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);
    assertThat(good("a.pdf", pdf).content()).isEqualTo(pdf);
  }

  @Test
  void aSmallFileThatUnfoldsToBillionsOfPointsIsNotDecoded() {
    assertThat(DRAWING.look("a.png", pngOf(30_000, 30_000)))
        .isEqualTo(refused(NewFile.Refusal.TOO_MANY_POINTS));
    assertThat(DRAWING.look("a.png", pngOf(Picture.MOST_OF_ONE_SIDE + 1, 1)))
        .as("a row of it would be held whole")
        .isEqualTo(refused(NewFile.Refusal.TOO_MANY_POINTS));
    assertThat(DRAWING.look("a.png", pngOf(5_001, 5_000)))
        .isEqualTo(refused(NewFile.Refusal.TOO_MANY_POINTS));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 20, 60, 200})
  void aBrokenOneIsRefused(int kept) {
    byte[] broken = Arrays.copyOf(Photographs.plain("png", 90, 60), kept);
    assertThat(DRAWING.look("a.png", Arrays.copyOf(broken, kept + 400)))
        .isInstanceOf(NewFile.Looked.Refused.class);
    byte[] jpeg = Arrays.copyOf(Photographs.plain("jpeg", 90, 60), kept);
    assertThat(DRAWING.look("a.jpg", jpeg)).isEqualTo(refused(NewFile.Refusal.UNREADABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftypheic", "ftypmif1", "ftypavif"})
  void picturesThatOthersCannotOpenAreNamed(String begin) {
    byte[] content = ("\0\0\0\u0018" + begin + "\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(DRAWING.look("IMG_1.HEIC", content))
        .isEqualTo(refused(NewFile.Refusal.OTHER_PICTURE));
  }

  /** The head of a PNG that promises so many points. */
  private static byte[] pngOf(int wide, int high) {
    ByteBuffer head = ByteBuffer.allocate(17);
    head.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(wide).putInt(high);
    head.put(new byte[] {8, 2, 0, 0, 0});
    var sum = new CRC32();
    sum.update(head.array());
    ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4 + 12);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    png.putInt(13).put(head.array()).putInt((int) sum.getValue());
    return png.array();
  }
}
