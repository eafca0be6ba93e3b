package jp.tsunagi.record.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewFileTest {
  private static final byte[] PDF = "%PDF-1.7\n…".getBytes(StandardCharsets.UTF_8);

  private static NewFile good(String name, byte[] content) {
    return ((NewFile.Looked.Good) NewFile.look(name, content)).file();
  }

  @Test
  void whatAFileIsSaysItsContentAndNotItsName() {
    NewFile file = good("写真.html", PDF);
    assertThat(file.kind()).isEqualTo(FileKind.PDF);
    assertThat(file.name()).isEqualTo("写真.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        "<!doctype html>",
        "PK\u0003\u0004",
        "GIF89a",
        " %PDF-1.7",
        "%PDF"
      })
  void whateverElseIsRefused(String content) {
    assertThat(NewFile.look("form.pdf", content.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new NewFile.Looked.Refused(NewFile.Refusal.NOT_ALLOWED));
  }

  @Test
  void emptyAndTooLargeAreRefused() {
    assertThat(NewFile.look("a.pdf", new byte[0]))
        .isEqualTo(new NewFile.Looked.Refused(NewFile.Refusal.EMPTY));
    byte[] large = java.util.Arrays.copyOf(PDF, NewFile.MOST_BYTES + 1);
    assertThat(NewFile.look("a.pdf", large))
        .isEqualTo(new NewFile.Looked.Refused(NewFile.Refusal.TOO_LARGE));
  }

  @Test
  void aNameLosesItsFoldersItsMarksAndItsLength() {
    assertThat(good("..\\..\\etc/同意 書\r\n\".pdf", PDF).name()).isEqualTo("同意 書.pdf");
    assertThat(good("あ".repeat(300) + ".pdf", PDF).name()).hasSize(84);
    assertThat(good("...", PDF).name()).isEqualTo("scan.pdf");
  }
}
