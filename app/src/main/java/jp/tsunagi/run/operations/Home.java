package jp.tsunagi.run.operations;

import java.nio.file.Path;

/**
 * Where the person stood who called the launcher. The launcher itself runs the program in the
 * program's own folder, so paths that were typed are read from here.
 */
final class Home {
  private static final String PROPERTY = "tsunagi.directory";

  private Home() {}

  static Path resolve(Path typed) {
    return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().resolve(typed).normalize();
  }
}
