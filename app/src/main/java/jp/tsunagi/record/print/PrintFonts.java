package jp.tsunagi.record.print;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of papers: BIZ UDGothic (its full-width blank is full width, so that forms line up) and
 * for rare characters Noto Sans JP. Embedded as subsets.
 */
final class PrintFonts {
  private static final int LAST = 0x3FFFF;
  private static final byte[] REGULAR = read("BIZUDGothic-Regular");
  private static final byte[] BOLD = read("BIZUDGothic-Bold");
  private static final byte[] RARE = read("NotoSansJP-Regular");
  private static final BitSet COMMON = printable(REGULAR);
  private static final BitSet PRINTABLE = printable(REGULAR, RARE);

  // widths and heights of the fonts, which never change: read once, not for every paper
  private static final FSDefaultCacheStore METRICS = new FSDefaultCacheStore();

  private PrintFonts() {}

  /** The fonts this text needs; reading the one for rare characters takes a third of the time. */
  static void use(PdfRendererBuilder builder, String text) {
    builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, METRICS);
    builder.useFont(() -> new ByteArrayInputStream(REGULAR), "Form", 400, FontStyle.NORMAL, true);
    builder.useFont(() -> new ByteArrayInputStream(BOLD), "Form", 700, FontStyle.NORMAL, true);
    if (!text.codePoints().allMatch(PrintFonts::common)) {
      builder.useFont(() -> new ByteArrayInputStream(RARE), "Rare", 400, FontStyle.NORMAL, true);
    }
  }

  private static boolean common(int codePoint) {
    return codePoint < ' ' || COMMON.get(codePoint);
  }

  /** Whether one of the fonts has the character. */
  static boolean has(int codePoint) {
    return PRINTABLE.get(codePoint);
  }

  private static BitSet printable(byte[]... fonts) {
    BitSet known = new BitSet(LAST);
    for (byte[] font : fonts) {
      try (var parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
        CmapLookup glyphs = parsed.getUnicodeCmapLookup();
        for (int c = ' '; c <= LAST; c++) {
          if (glyphs.getGlyphId(c) > 0) {
            known.set(c);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return known;
  }

  private static byte[] read(String name) {
    try (var in = PrintFonts.class.getResourceAsStream("/print/font/" + name + ".ttf")) {
      if (in == null) {
        throw new IllegalStateException("the program comes without the font " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
