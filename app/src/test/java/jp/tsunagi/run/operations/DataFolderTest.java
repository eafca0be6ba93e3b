package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void aSecondProgramOnTheSameFolderIsRefusedUntilTheFirstIsGone() {
    Path data = folder.resolve("データ の 場所");
    DataFolder first = DataFolder.take(data);
    assertThatThrownBy(() -> DataFolder.take(data))
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused -> assertThat(refused.words().getFirst()).contains("もう動いています", "データ の 場所"));
    first.close();
    DataFolder.take(data).close();
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedInBothLanguages() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertThatThrownBy(() -> DataFolder.take(file.resolve("data")))
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused ->
                assertThat(refused.words())
                    .hasSize(2)
                    .anySatisfy(words -> assertThat(words).contains("書きこめません"))
                    .anySatisfy(words -> assertThat(words).contains("cannot be written")));
  }
}
