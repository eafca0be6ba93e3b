package jp.tsunagi.record.print;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * The fonts of papers: BIZ UDGothic (its full-width blank is full width, so that forms line up) and
 * for rare characters Noto Sans JP. Embedded as subsets.
 */
final class PrintFonts {
  private static final int LAST = 0x3FFFF;
  private static final byte[] REGULAR;
  private static final byte[] BOLD;
  private static final byte[] RARE;
  private static final BitSet COMMON;
  private static final BitSet PRINTABLE;
  private static final Variants VARIANTS;

  static {
    TrueType regular = TrueType.read(read("BIZUDGothic-Regular"));
    TrueType rare = TrueType.read(read("NotoSansJP-Regular"));
    VARIANTS = new Variants(regular, rare);
    REGULAR = VARIANTS.enlarged(regular);
    BOLD = VARIANTS.enlarged(TrueType.read(read("BIZUDGothic-Bold")));
    RARE = VARIANTS.enlarged(rare);
    COMMON = printable(regular);
    PRINTABLE = printable(regular, rare);
  }

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

  /** The character that prints a variant; empty when no font has it. */
  static OptionalInt variant(int base, int selector) {
    return VARIANTS.shown(base, selector);
  }

  /** The text with each variant as the one character that prints it. */
  static String varied(String text) {
    StringBuilder varied = new StringBuilder(text.length());
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      int next = i + 1 < characters.length ? characters[i + 1] : 0;
      OptionalInt variant = variant(characters[i], next);
      varied.appendCodePoint(variant.orElse(characters[i]));
      if (variant.isPresent()) {
        i++;
      }
    }
    return varied.toString();
  }

  /** The PDF with its variants as text, where it holds any. */
  static byte[] named(byte[] pdf, String text) throws IOException {
    return text.codePoints().anyMatch(VARIANTS.borrowed()::containsKey)
        ? PdfText.named(pdf, VARIANTS.borrowed())
        : pdf;
  }

  private static BitSet printable(TrueType... fonts) {
    BitSet known = new BitSet(LAST);
    for (TrueType font : fonts) {
      font.glyphs().keySet().stream().filter(c -> c >= ' ').forEach(known::set);
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
