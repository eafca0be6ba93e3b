package jp.tsunagi.run.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The guide and the JSON Schema say what the reader understands. */
final class ScenarioGuideTest {
  static List<String> acts() {
    return ActReader.words();
  }

  @ParameterizedTest
  @MethodSource("acts")
  void theSchemaHasTheKeysOfEveryAct(String act) throws IOException {
    var node = (MappingNode) new Yaml().compose(new StringReader("act: " + act));
    var block = new Block("act.yaml", node, new Problems());
    ActReader.act(block);
    assertThat(keys(schema().at("/$defs/" + act + "/properties"))).isEqualTo(block.known());
  }

  @Test
  void theSchemaHasTheKeysOfAChild() throws IOException {
    var node = (MappingNode) new Yaml().compose(new StringReader("key: a"));
    var block = new Block("child.yaml", node, new Problems());
    ChildReader.child(block);
    assertThat(keys(schema().at("/$defs/child/properties"))).isEqualTo(block.known());
  }

  @Test
  void theGuideNamesEveryAct() throws IOException {
    var guide = Files.readString(Path.of("../docs/scenario.md"));
    assertThat(ActReader.words()).allSatisfy(act -> assertThat(guide).contains("`" + act + "`"));
  }

  private static JsonNode schema() throws IOException {
    return new JsonMapper().readTree(Files.readString(Path.of("../docs/scenario.schema.json")));
  }

  private static Set<String> keys(JsonNode properties) {
    return new TreeSet<>(properties.propertyNames());
  }
}
