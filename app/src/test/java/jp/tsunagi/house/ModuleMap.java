package jp.tsunagi.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModules;

/** The modules, what each is for and what it uses, as a page with a picture. */
final class ModuleMap {
  private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");

  private final Map<String, Set<String>> uses = new TreeMap<>();

  ModuleMap(ApplicationModules modules) {
    for (var module : modules) {
      var used =
          module
              .getDirectDependencies(modules)
              .uniqueModules()
              .map(other -> other.getIdentifier().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      uses.put(module.getIdentifier().toString(), used);
    }
  }

  String draw() {
    return """
    # The map of the house

    Drawn from the code by `ModulesTest`; an arrow points to what a module uses. Arrows into
    the wing `base` are left out of the picture: every module stands on it.

    ```mermaid
    flowchart TB
    %s%s```

    | module | what it is for | uses |
    |---|---|---|
    %s\
    """
        .formatted(wings(), arrows(), rows());
  }

  private String wings() {
    return Source.WINGS.reversed().stream().map(this::wing).collect(Collectors.joining());
  }

  private String wing(String wing) {
    String rooms =
        uses.keySet().stream()
            .filter(name -> name.startsWith(wing + "."))
            .map(name -> "    %s[%s]\n".formatted(node(name), name.substring(wing.length() + 1)))
            .collect(Collectors.joining());
    return rooms.isEmpty() ? "" : "  subgraph " + wing + "\n" + rooms + "  end\n";
  }

  private String arrows() {
    var arrows = new StringBuilder();
    uses.forEach((from, all) ->
        all.stream()
            .filter(to -> from.startsWith("base.") || !to.startsWith("base."))
            .forEach(to -> arrows.append("  %s --> %s\n".formatted(node(from), node(to)))));
    return arrows.toString();
  }

  private static String node(String module) {
    return module.replace('.', '_');
  }

  private String rows() {
    var rows = new StringBuilder();
    uses.forEach((name, all) -> {
      String used = all.stream().map(to -> "`" + to + "`").collect(Collectors.joining(" "));
      rows.append("| `%s` | %s | %s |\n".formatted(name, purpose(name), used));
    });
    return rows.toString();
  }

  /** The first sentence of the package's Javadoc. */
  private static String purpose(String module) {
    var info = Path.of("src/main/java/jp/tsunagi", module.replace('.', '/'), "package-info.java");
    try {
      var found = JAVADOC.matcher(Files.readString(info));
      if (!found.find()) {
        throw new AssertionError("no Javadoc in " + info);
      }
      return found
          .group(1)
          .replaceAll("\\s*\\n\\s*\\* ?", " ")
          .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
          .strip()
          .replaceAll("(?s)(\\.|<p>)(\\s.*|$)", "")
          .replace("|", "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
