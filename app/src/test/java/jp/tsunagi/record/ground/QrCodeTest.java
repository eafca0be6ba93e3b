package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
}
