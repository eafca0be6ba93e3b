package jp.tsunagi.base.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends seals to a file; it belongs on another machine or a medium that is written once. */
public record SealFile(Path file) implements SealOutlet {
  @Override
  public synchronized void take(String line) {
    try {
      Files.writeString(
          file,
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new UncheckedIOException("The seal cannot be written to " + file, e);
    }
  }
}
