package jp.tsunagi.record.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.base.access.Category;

/** Reads the sections of one file; knows the field keys of all of them, for none may come twice. */
final class SectionReader {
  static final Wording NO_WORDING = Wording.of(Map.of(Wording.JAPANESE, "?"));
  private final Set<String> fieldKeys = new TreeSet<>();

  Section section(YamlValue value, Set<String> sectionKeys) {
    var map = value.map();
    var key = map.required("key", YamlValue::key, "?");
    if (!sectionKeys.add(key)) {
      value.problem("sectionTwice", key);
    }
    var category = map.required("category", each -> each.one(Category.class), Category.IDENTITY);
    var section =
        new Section(
            key,
            map.required("title", YamlValue::wording, NO_WORDING),
            map.orNull("intro", YamlValue::wording),
            category,
            map.required("writer", each -> each.one(Writer.class), Writer.ORGANISATION),
            map.required("guardian-reads", YamlValue::yes, true),
            map.required("fields", each -> fields(each, category), List.of()));
    map.finish();
    return section;
  }

  private List<Field> fields(YamlValue value, Category category) {
    var fields = new ArrayList<Field>();
    for (var each : value.list()) {
      var field = new FieldReader(each.map()).field();
      fields.add(field);
      if (!fieldKeys.add(field.key())) {
        each.problem("fieldTwice", field.key());
      }
      if (field instanceof Field.Fact(_, var attribute) && !attribute.mayStandIn(category)) {
        each.problem("factOfOtherCategory", attribute, attribute.category(), category);
      }
    }
    if (fields.isEmpty()) {
      value.problem("noFields");
    }
    return fields;
  }
}
