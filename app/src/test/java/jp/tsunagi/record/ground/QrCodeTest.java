package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import jp.tsunagi.base.ui.QrImage;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static byte[] printed(String reference) throws IOException {
    boolean[][] squares = QrImage.squares(reference);
    int scale = 6;
    int side = squares.length * scale + 80;
    BufferedImage paper = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var pen = paper.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, side, side);
    pen.setColor(Color.BLACK);
    for (int row = 0; row < squares.length; row++) {
      for (int column = 0; column < squares.length; column++) {
        if (squares[row][column]) {
          pen.fillRect(40 + column * scale, 40 + row * scale, scale, scale);
        }
      }
    }
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(paper, "png", out);
    return out.toByteArray();
  }

  @Test
  void whatIsPrintedIsReadAgain() throws IOException {
    String reference = Reference.fresh();
    assertThat(QrCode.read(printed(reference))).contains(reference);
    assertThat(
            Reference.tidy(
                " " + Reference.shown(reference).toLowerCase(java.util.Locale.ROOT) + " "))
        .isEqualTo(reference);
  }

  /** A white picture of many dots compresses to almost nothing: it must not fill the memory. */
  @Test
  void aHugePictureIsLookedAtSparsely() throws IOException {
    var huge = new BufferedImage(6300, 6300, BufferedImage.TYPE_BYTE_BINARY);
    var out = new ByteArrayOutputStream();
    ImageIO.write(huge, "png", out);
    BufferedImage seen = QrCode.image(out.toByteArray()).orElseThrow();
    assertThat((long) seen.getWidth() * seen.getHeight()).isLessThanOrEqualTo(4_000_000);
    assertThat(QrCode.read(out.toByteArray())).isEmpty();
  }

  @Test
  void aPhotographOfTwelveMillionDotsIsStillRead() throws IOException {
    String reference = Reference.fresh();
    BufferedImage paper = ImageIO.read(new java.io.ByteArrayInputStream(printed(reference)));
    var photograph = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
    var pen = photograph.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 4000, 3000);
    pen.drawImage(paper, 1200, 900, 900, 900, null);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(photograph, "png", out);
    assertThat(QrCode.read(out.toByteArray())).contains(reference);
  }

  @Test
  void whatIsNoPictureSaysNothing() {
    assertThat(QrCode.read("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(QrCode.read(new byte[0])).isEmpty();
  }

  /** Colours that no reader makes sense of end in an exception that is not of reading. */
  @Test
  void aPictureWithBrokenColoursIsNoneAndNoMistakeOfOurs() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(12, 12, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    byte[] sound = out.toByteArray();
    var random = new Random(3);
    for (int times = 0; times < 400; times++) {
      byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
      for (int flaw = 0; flaw < times % 40; flaw++) {
        int from = times % 2 == 0 ? 36 : 128;
        colours[from + random.nextInt(Math.min(colours.length - 130, 400))] =
            (byte) random.nextInt();
      }
      byte[] broken = with(sound, colours);
      assertThatCode(() -> QrCode.read(broken)).doesNotThrowAnyException();
    }
  }

  /** With that profile of colours behind the head of a JPEG. */
  private static byte[] with(byte[] jpeg, byte[] colours) {
    byte[] name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
    int length = 2 + name.length + colours.length;
    var whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, 20);
    whole.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) (length >> 8), (byte) length});
    whole.writeBytes(name);
    whole.writeBytes(colours);
    whole.write(jpeg, 20, jpeg.length - 20);
    return whole.toByteArray();
  }

  /** A row of millions of dots is held whole while it is read, whatever is looked at of it. */
  @Test
  void aPictureAsLongAsAStreetIsNoPaper() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20_001, 4, BufferedImage.TYPE_BYTE_BINARY), "png", out);
    assertThat(QrCode.image(out.toByteArray())).isEmpty();
  }
}
