package jp.tsunagi.record.form;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A definition as the tree that {@link FormFile} reads: every default written out, nothing absent.
 * What forms could not say when the first were published stands there only where it is said, or
 * their hash would be another.
 */
final class FormTree {
  private final Map<String, Object> tree = new TreeMap<>();

  private FormTree() {}

  static Map<String, Object> of(FormDefinition form) {
    return new FormTree()
        .put("form", form.key())
        .put("version", form.version())
        .put("title", form.title().byLanguage())
        .put("years", years(form.years()))
        .put("cycle", form.cycle().name())
        .put("attached-to", form.attachedTo().name())
        .put("for", places(form))
        .put("route", form.route().steps().stream().map(FormTree::step).toList())
        .put("sections", form.sections().stream().map(FormTree::section).toList())
        .tree;
  }

  private FormTree put(String key, @Nullable Object value) {
    if (value != null) {
      tree.put(key, value);
    }
    return this;
  }

  private static @Nullable Object places(FormDefinition form) {
    return form.places().isEmpty() ? null : form.places().stream().map(Enum::name).toList();
  }

  private static @Nullable Object words(@Nullable Wording wording) {
    return wording == null ? null : wording.byLanguage();
  }

  private static Map<String, Object> years(FiscalYears years) {
    return new FormTree().put("from", years.from()).put("to", years.to()).tree;
  }

  private static Object step(Step step) {
    return switch (step) {
      case Step.Draft _ -> "DRAFT";
      case Step.InApproval(var asked, var post) ->
          Map.of("IN_APPROVAL", post == null ? Map.of("asked", asked) : post);
      case Step.Noted(var occasion) -> Map.of("NOTED", occasion.name());
      case Step.WithGuardian guardian -> Map.of("WITH_GUARDIAN", guardian(guardian));
      case Step.Final _ -> "FINAL";
    };
  }

  private static Map<String, Object> guardian(Step.WithGuardian step) {
    return new FormTree()
        .put("setting", step.setting())
        .put("setting-default", step.settingDefault())
        .put("in-force-inside", step.inForceInside())
        .tree;
  }

  private static Map<String, Object> section(Section section) {
    return new FormTree()
        .put("key", section.key())
        .put("title", section.title().byLanguage())
        .put("intro", words(section.intro()))
        .put("category", section.category().name())
        .put("writer", section.writer().name())
        .put("guardian-reads", section.guardianReads())
        .put("fields", section.fields().stream().map(FormTree::field).toList())
        .tree;
  }

  private static Map<String, Object> field(Field field) {
    var head = field.head();
    var common =
        new FormTree()
            .put("type", FieldType.of(field).word())
            .put("key", head.key())
            .put("label", head.label().byLanguage())
            .put("hint", words(head.hint()))
            .put("required", head.required().name())
            .put("carry-over", head.carryOver())
            .put("offers", head.offers().stream().map(NoAnswer::name).toList())
            .put("of-before", head.ofBefore());
    return particular(field, common).tree;
  }

  private static FormTree particular(Field field, FormTree tree) {
    return switch (field) {
      case Field.ShortText(_, var max) -> tree.put("max", max);
      case Field.LongText(_, var max) -> tree.put("max", max);
      case Field.Date(_, var coarsest) -> tree.put("coarsest", coarsest.name());
      case Field.Choice(_, var options) -> tree.put("options", options(options));
      case Field.Choices(_, var options, var coversAll) ->
          tree.put("options", options(options)).put("covers-all", coversAll ? true : null);
      case Field.Quantity(_, var unit, var min, var max, var decimals) ->
          tree.put("unit", words(unit)).put("min", min).put("max", max).put("decimals", decimals);
      case Field.Score(_, var min, var max) -> tree.put("usual-min", min).put("usual-max", max);
      case Field.Table(_, var columns, var max) ->
          tree.put("columns", fields(columns)).put("max-rows", max);
      case Field.Goals(_, var columns, var max) ->
          tree.put("columns", fields(columns)).put("max-rows", max);
      case Field.Attachment(_, var max) -> tree.put("max-files", max);
      case Field.Fact(_, var attribute) -> tree.put("attribute", attribute.name());
      case Field.Statement(_, var paragraphs) ->
          tree.put("paragraphs", paragraphs.stream().map(Wording::byLanguage).toList());
      case Field.Age _,
          Field.Person _,
          Field.Organisation _,
          Field.Signature _,
          Field.RollForward _ ->
          tree;
    };
  }

  private static List<Map<String, Object>> options(List<Option> options) {
    return options.stream()
        .map(option ->
            new FormTree()
                .put("key", option.key())
                .put("label", option.label().byLanguage())
                .put("alone", option.alone() ? true : null)
                .tree)
        .toList();
  }

  private static List<Map<String, Object>> fields(List<Field> columns) {
    return columns.stream().map(FormTree::field).toList();
  }
}
