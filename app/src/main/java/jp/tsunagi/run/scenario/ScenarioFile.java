package jp.tsunagi.run.scenario;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * Reads a scenario with the files it includes. Refuses with every mistake in them, each with file
 * and line: first what cannot be read, then what does not fit together.
 */
public final class ScenarioFile {
  private static final int MOST_CHARACTERS = 30_000_000;
  private static final String SHIPPED = "tsunagi-city.yaml";

  private final ScenarioSource source;
  private final LocalDate today;
  private final Problems problems = new Problems();

  private ScenarioFile(ScenarioSource source, LocalDate today) {
    this.source = source;
    this.today = today;
  }

  /** The made-up city つなぎ市 that comes with the program, as it is on that day. */
  public static Scenario shipped(LocalDate today) {
    return read(ScenarioSource.shipped(), SHIPPED, today);
  }

  /**
   * @throws ScenarioRefused with one line per mistake
   */
  public static Scenario read(Path file, LocalDate today) {
    var folder = file.toAbsolutePath().resolveSibling(".").normalize();
    return read(ScenarioSource.folder(folder), String.valueOf(file.getFileName()), today);
  }

  static Scenario read(ScenarioSource source, String first, LocalDate today) {
    return new ScenarioFile(source, today).read(first);
  }

  private Scenario read(String first) {
    var blocks = new ArrayList<Block>();
    block(first, new Place(first, 1)).ifPresent(blocks::add);
    refuse();
    int behind = CityReader.behind(blocks.getFirst(), today);
    if (behind != 0) {
      Years years = new Years(behind);
      return read(name -> source.text(name).map(years::moved), first, today);
    }
    blocks.addAll(included(blocks.getFirst()));
    refuse();
    var scenario = new CityReader(blocks, today).scenario();
    SoundScenario.check(scenario, problems);
    refuse();
    return scenario;
  }

  private List<Block> included(Block first) {
    return first.find("include").map(Entry::items).orElse(List.of()).stream()
        .flatMap(item -> block(item.text(), item.place()).stream())
        .toList();
  }

  private Optional<Block> block(String name, Place asked) {
    var text = source.text(name);
    if (text.isEmpty()) {
      problems.add(asked, "there is no file '" + name + "'", "put it beside the first file");
    }
    return text.flatMap(yaml -> parsed(name, yaml));
  }

  private Optional<Block> parsed(String name, String yaml) {
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    try {
      if (new Yaml(options).compose(new StringReader(yaml)) instanceof MappingNode mapping) {
        return Optional.of(new Block(name, mapping, problems));
      }
      problems.add(new Place(name, 1), "this is no scenario", "begin it with 'schema: 1'");
    } catch (MarkedYAMLException broken) {
      var line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine();
      var what = "this is not YAML: " + broken.getProblem();
      problems.add(new Place(name, line + 1), what, "look at indentation, colons and quotes");
    }
    return Optional.empty();
  }

  private void refuse() {
    if (problems.count() > 0) {
      throw new ScenarioRefused(problems.lines());
    }
  }
}
