package jp.tsunagi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** All words that stand in an answer, be it a page, a paper or a workbook. */
public final class Delivered {
  private Delivered() {}

  /** The words; of a paper without the blanks between them. */
  public static String words(Visitor.Reply reply) {
    String type = reply.header("Content-Type");
    try {
      if (type.startsWith("application/pdf")) {
        try (PDDocument paper = Loader.loadPDF(reply.bytes())) {
          return new PDFTextStripper().getText(paper).replaceAll("\\s", "");
        }
      }
      return type.contains("spreadsheet") ? workbook(reply.bytes()) : reply.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String workbook(byte[] bytes) throws IOException {
    Path file = Files.write(Files.createTempFile("delivered", ".xlsx"), bytes);
    StringBuilder words = new StringBuilder();
    try (ZipFile parts = new ZipFile(file.toFile())) {
      for (ZipEntry part : Collections.list(parts.entries())) {
        words.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    Files.delete(file);
    return words.toString();
  }
}
