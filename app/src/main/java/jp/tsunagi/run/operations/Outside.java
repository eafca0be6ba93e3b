package jp.tsunagi.run.operations;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What is known outside of the time after a backup. */
final class Outside {
  @Option(
      names = "--against",
      description = "a file of seals kept outside; may be given several times")
  List<Path> seals = List.of();

  @Option(names = "--no-seals", description = "no seals were kept outside")
  boolean none;
}
