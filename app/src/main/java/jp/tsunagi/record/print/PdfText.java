package jp.tsunagi.record.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import jp.tsunagi.record.print.TrueType.Variant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** What one gets who searches a PDF or copies from it: the 異体字, not the place it borrowed. */
final class PdfText {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PdfText() {}

  /** The same document with the words of its variants. */
  static byte[] named(byte[] pdf, Map<Integer, Variant> borrowed) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        if (fonts != null) {
          for (COSBase font : fonts.getValues()) {
            rename(font, borrowed);
          }
        }
      }
      var bytes = new ByteArrayOutputStream(pdf.length);
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void rename(COSBase found, Map<Integer, Variant> borrowed) throws IOException {
    COSBase font = found instanceof COSObject reference ? reference.getObject() : found;
    if (font instanceof COSDictionary dictionary
        && dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream words) {
      String before = words.toTextString();
      String after = before;
      for (var each : borrowed.entrySet()) {
        after =
            after.replace(
                "<" + hex(Character.toString(each.getKey())) + ">",
                "<" + hex(each.getValue().text()) + ">");
      }
      if (!after.equals(before)) {
        try (OutputStream out = words.createOutputStream(COSName.FLATE_DECODE)) {
          out.write(after.getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  private static String hex(String text) {
    return HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }
}
