package jp.tsunagi.run.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jp.tsunagi.base.ui.WorkbookParts;
import jp.tsunagi.run.ledger.Sheet.Line;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {
  private static final String CSV =
      """
      はぐくみ 利用者台帳,,,,
      ,,,,
      氏　名,フリガナ,生年月日,保護者・続柄,備考
      髙嶺 りく,ﾀｶﾐﾈ ﾘｸ,R4.6.3,"髙嶺 みなみ（母）","a,b
      ""c"" "

      青空 ひなた,アオゾラ ヒナタ,令和3年4月2日,青空 みなみ（母）,
      """;

  private static List<Line> rows(byte[] file) {
    return ((Sheet.Outcome.Read) LedgerFile.read(file)).sheet().rows();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j"})
  void everyEncodingReadsTheSame(String charset) {
    List<Line> rows = rows(CSV.getBytes(Charset.forName(charset)));
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().text(Column.NAME)).isEqualTo("髙嶺 りく");
    assertThat(rows.getFirst().text(Column.GUARDIAN)).isEqualTo("髙嶺 みなみ（母）");
    assertThat(rows.getLast().text(Column.BIRTH)).isEqualTo("令和3年4月2日");
  }

  @Test
  void aMarkOfByteOrderIsNoPartOfTheFirstHead() {
    byte[] file = ("\uFEFF氏名,ふりがな,生年月日,保護者\n青空 ひ,あお ひ,R3.4.2,母\n").getBytes(StandardCharsets.UTF_8);
    assertThat(rows(file)).hasSize(1);
  }

  @Test
  void whatIsTooLongOrTooWideIsNotKept() throws IOException {
    String heads = "氏名,ふりがな,生年月日,保護者\n";
    byte[] empty = (heads + "\n".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
    assertThat(LedgerFile.read(empty))
        .isEqualTo(new Sheet.Outcome.Refused(new Sheet.Unreadable.TooLong(LedgerFile.MOST)));
    assertThat(Csv.rows(",".repeat(100_000) + "\n".repeat(50), 30, LedgerFile.MOST_COLUMNS))
        .hasSize(30)
        .first()
        .satisfies(row -> assertThat(row).hasSize(LedgerFile.MOST_COLUMNS));
  }

  /** A small file that names the last column in every row filled the memory once. */
  @Test
  void theLastColumnOfAWorkbookCostsNothing() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("台帳");
      String[] heads = {"氏名", "ふりがな", "生年月日", "保護者"};
      for (int at = 0; at < heads.length; at++) {
        sheet.value(0, at, heads[at]);
        sheet.value(1, at, at == 2 ? "R4.6.3" : "あお ひ");
      }
      for (int row = 2; row < 3_000; row++) {
        sheet.value(row, 16_383, "x");
      }
    }
    long before = allocated();
    assertThat(rows(out.toByteArray())).hasSize(1);
    assertThat(allocated() - before).as("bytes allocated while reading").isLessThan(800_000_000L);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @Test
  void aWorkbookHasDaysEmptyAndMergedRows() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("台帳");
      sheet.value(0, 0, "利用者台帳");
      sheet.range(0, 0, 0, 4).merge();
      String[] heads = {"氏名", "ふりがな", "生年月日", "保護者", "続柄", "電話番号"};
      for (int at = 0; at < heads.length; at++) {
        sheet.value(2, at, heads[at]);
      }
      sheet.value(3, 0, "海原 みお");
      sheet.value(3, 1, "うなばら みお");
      sheet.value(3, 2, LocalDate.of(2020, 2, 29));
      sheet.style(3, 2).format("yyyy/m/d").set();
      sheet.value(3, 3, "海原 はる");
      sheet.value(3, 4, "母");
      sheet.value(6, 0, "小川 みなと");
      sheet.value(6, 1, "おがわ みなと");
      sheet.value(6, 2, "R2.3.1");
      sheet.value(6, 3, "小川 そら");
    }
    List<Line> rows = rows(out.toByteArray());
    assertThat(rows).extracting(Line::number).containsExactly(4, 7);
    assertThat(rows.getFirst().text(Column.BIRTH)).isEqualTo("2020-02-29");
    assertThat(rows.getFirst().text(Column.RELATION)).isEqualTo("母");
  }

  /** An entity in a workbook would read files of the server, or fill its memory. */
  @ParameterizedTest
  @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"})
  void aWorkbookWithADoctypeIsNoLedger(String part) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("台帳");
      String[] heads = {"氏名", "ふりがな", "生年月日", "保護者"};
      for (int at = 0; at < heads.length; at++) {
        sheet.value(0, at, heads[at]);
        sheet.value(1, at, at == 2 ? "R4.6.3" : "あお ひ");
      }
    }
    assertThat(rows(out.toByteArray())).hasSize(1);
    for (UnaryOperator<String> harm :
        List.<UnaryOperator<String>>of(LedgerFileTest::typed, LedgerFileTest::used)) {
      assertThat(LedgerFile.read(replaced(out.toByteArray(), part, harm)))
          .isEqualTo(new Sheet.Outcome.Refused(new Sheet.Unreadable.NoLedger()));
    }
  }

  private static String typed(String xml) {
    int root = xml.indexOf('<', xml.indexOf("?>"));
    String name = xml.substring(root + 1).split("[ >]")[0];
    String doctype = "<!DOCTYPE " + name + " [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
    return xml.substring(0, root) + doctype + xml.substring(root);
  }

  /** In the last of the cells, names and texts: what stands before is read already. */
  private static String used(String xml) {
    String mark = xml.contains("<v>") ? "<v>" : xml.contains("<t>") ? "<t>" : "name=\"";
    int at = xml.lastIndexOf(mark) + mark.length();
    return xml.substring(0, at) + "&x;" + xml.substring(at);
  }

  /** A few kilobytes that unpack to more than the memory the program has end it. */
  @Test
  void aWorkbookThatUnfoldsIsNotRead() throws IOException {
    var refused = new Sheet.Outcome.Refused(new Sheet.Unreadable.TooMuch());
    int half = (int) (WorkbookParts.MOST_BYTES / 2);
    byte[] one = added(Map.of("xl/media/a.xml", 2 * half + 1));
    assertThat(one.length).as("small as a file").isLessThan(200_000);
    assertThat(LedgerFile.read(one)).as("one large part").isEqualTo(refused);
    assertThat(LedgerFile.read(added(Map.of("a.xml", half, "b.xml", half, "c.xml", 1))))
        .as("several that are large together")
        .isEqualTo(refused);
    assertThat(rows(added(Map.of("a.xml", half)))).as("what fits is read").hasSize(1);
    Map<String, Integer> many = new HashMap<>();
    for (int at = 0; at < WorkbookParts.MOST_PARTS; at++) {
      many.put("xl/media/" + at, 1);
    }
    assertThat(LedgerFile.read(added(many))).as("too many parts").isEqualTo(refused);
  }

  /** A sound workbook with further parts of so many bytes. */
  private static byte[] added(Map<String, Integer> parts) throws IOException {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(sound, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("台帳");
      String[] heads = {"氏名", "ふりがな", "生年月日", "保護者"};
      for (int at = 0; at < heads.length; at++) {
        sheet.value(0, at, heads[at]);
        sheet.value(1, at, at == 2 ? "R4.6.3" : "あお ひ");
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path file = Files.write(Files.createTempFile("ledger", ".xlsx"), sound.toByteArray());
    try (ZipFile from = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        from.getInputStream(entry).transferTo(to);
      }
      for (var part : parts.entrySet()) {
        to.putNextEntry(new ZipEntry(part.getKey()));
        to.write(new byte[part.getValue()]);
      }
    }
    Files.delete(file);
    return out.toByteArray();
  }

  private static byte[] replaced(byte[] zip, String part, UnaryOperator<String> how)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path file = Files.write(Files.createTempFile("ledger", ".xlsx"), zip);
    try (ZipFile from = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(
            entry.getName().equals(part)
                ? how.apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content);
      }
    }
    Files.delete(file);
    return out.toByteArray();
  }

  @Test
  void whatIsNoLedgerIsRefusedWithTheReason() {
    assertThat(LedgerFile.read("氏名,生年月日\n青空,R3.4.2\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            new Sheet.Outcome.Refused(
                new Sheet.Unreadable.HeadsMissing(List.of(Column.KANA, Column.GUARDIAN))));
    assertThat(LedgerFile.read(new byte[0]))
        .isEqualTo(new Sheet.Outcome.Refused(new Sheet.Unreadable.Nothing()));
    assertThat(LedgerFile.read(new byte[] {'P', 'K', 3, 4, 0, 0}))
        .isEqualTo(new Sheet.Outcome.Refused(new Sheet.Unreadable.NoLedger()));
    assertThat(LedgerFile.read("氏名,ふりがな,生年月日,保護者\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Sheet.Outcome.Refused(new Sheet.Unreadable.Empty()));
    assertThat(LedgerFile.read(new byte[] {(byte) 0xff, 0, 1, 2}))
        .isInstanceOf(Sheet.Outcome.Refused.class);
  }
}
