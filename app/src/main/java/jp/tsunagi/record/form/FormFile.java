package jp.tsunagi.record.form;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a form from YAML, or from the canonical JSON of a definition, which is YAML too. A file is
 * taken as a whole or refused with every mistake in it: file, line, what is wrong, what to do. How
 * to write one: docs/forms.md.
 */
public final class FormFile {
  private static final Wording NO_WORDING = Wording.of(Map.of(Wording.JAPANESE, "?"));
  private static final Route SHORT_ROUTE = new Route(List.of(new Step.Draft(), new Step.Final()));

  private FormFile() {}

  /**
   * @param file the name that mistakes are reported under
   */
  public static FormDefinition read(String file, String text) throws FormFileRefused {
    var problems = new Problems(file);
    var root = compose(text, problems);
    problems.refuseIfAny();
    if (root == null) {
      problems.atStart("nothing", file);
      problems.refuseIfAny();
      throw new IllegalStateException("refused above");
    }
    var definition = definition(new YamlValue(root, problems).map());
    problems.refuseIfAny();
    return definition;
  }

  private static @Nullable Node compose(String text, Problems problems) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(20);
    try {
      return new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      problems.at(e.getProblemMark(), "notYaml", String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      problems.atStart("notYaml", String.valueOf(e.getMessage()));
    }
    return null;
  }

  private static FormDefinition definition(YamlMap map) {
    var definition =
        new FormDefinition(
            map.required("form", YamlValue::key, "?"),
            map.required("version", YamlValue::integer, 1),
            map.required("title", YamlValue::wording, NO_WORDING),
            map.required("years", FormFile::years, new FiscalYears(1, null)),
            map.required("cycle", value -> value.one(Cycle.class), Cycle.ANY),
            map.required("attached-to", value -> value.one(AttachedTo.class), AttachedTo.CHILD),
            map.or("for", FormFile::places, Set.of()),
            map.required("route", RouteReader::route, SHORT_ROUTE),
            map.required("sections", FormFile::sections, List.of()));
    map.finish();
    return definition;
  }

  private static FiscalYears years(YamlValue value) {
    var map = value.map();
    var from = map.required("from", YamlValue::integer, 1);
    var to = map.orNull("to", YamlValue::integer);
    map.finish();
    if (to != null && to < from) {
      value.problem("yearsBackwards", from, to);
    }
    return new FiscalYears(from, to);
  }

  private static Set<OrganisationKind> places(YamlValue value) {
    return value.list().stream()
        .map(each -> each.one(OrganisationKind.class))
        .collect(Collectors.toSet());
  }

  private static List<Section> sections(YamlValue value) {
    var keys = new TreeSet<String>();
    var reader = new SectionReader();
    var sections = value.list().stream().map(each -> reader.section(each, keys)).toList();
    if (sections.isEmpty()) {
      value.problem("noSections");
    }
    return sections;
  }
}
