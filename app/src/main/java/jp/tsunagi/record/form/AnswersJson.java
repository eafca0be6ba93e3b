package jp.tsunagi.record.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Answers as canonical JSON. Each answer is an object with the name of its kind: {@code
 * {"text":"…"}}, {@code {"date":"2024-04"}}, {@code {"rows":{"<row>":{…}}}}, {@code
 * {"state":"declined"}}.
 */
final class AnswersJson {
  private AnswersJson() {}

  static String write(Answers answers) {
    return CanonicalJson.of(tree(answers));
  }

  /** Refuses with {@link IllegalArgumentException} what {@link #write} never writes. */
  static Answers read(String json) {
    try {
      return answers(CanonicalJson.read(json));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("these answers are no JSON of answers", e);
    }
  }

  static Map<String, Object> tree(Answers answers) {
    var tree = new TreeMap<String, Object>();
    answers.byField().forEach((field, answer) -> tree.put(field, tree(answer)));
    return tree;
  }

  private static Map<String, Object> tree(Answer answer) {
    return switch (answer) {
      case Answer.NotAsked _ -> Map.of();
      case Answer.Empty _ -> Map.of("state", "empty");
      case Answer.Unknown _ -> Map.of("state", "unknown");
      case Answer.Declined _ -> Map.of("state", "declined");
      case Answer.Text(var value) -> Map.of("text", value);
      case Answer.Unread(var typed) -> Map.of("unread", typed);
      case Answer.Date date -> Map.of("date", DateText.of(date));
      case Answer.Age(var months) -> Map.of("age", months);
      case Answer.Choice(var key) -> Map.of("choice", key);
      case Answer.Choices(var keys) -> Map.of("choices", List.copyOf(keys));
      case Answer.Quantity(var value) -> Map.of("number", value);
      case Answer.Rows(var byId) -> Map.of("rows", rows(byId));
      case Answer.Person(var name, var id) -> Map.of("person", named(name, id));
      case Answer.Organisation(var name, var id) -> Map.of("organisation", named(name, id));
      case Answer.Files(var ids) -> Map.of("files", ids);
      case Answer.Signature signature -> Map.of("signature", signed(signature));
    };
  }

  private static Map<String, Object> rows(Map<String, Answers> byId) {
    var tree = new TreeMap<String, Object>();
    byId.forEach((id, cells) -> tree.put(id, tree(cells)));
    return tree;
  }

  private static Map<String, Object> named(String name, @Nullable String id) {
    return id == null ? Map.of("name", name) : Map.of("name", name, "id", id);
  }

  private static Map<String, Object> signed(Answer.Signature signature) {
    var tree = new TreeMap<String, Object>();
    tree.put("name", signature.name());
    tree.put("by", signature.by().name());
    var relation = signature.relation();
    if (relation != null) {
      tree.put("relation", relation);
    }
    var on = signature.on();
    if (on != null) {
      tree.put("on", on.toString());
    }
    return tree;
  }

  private static Answers answers(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("answers are an object of fields");
    }
    var byField = new TreeMap<String, Answer>();
    node.properties().forEach(each -> byField.put(each.getKey(), answer(each.getValue())));
    return new Answers(byField);
  }

  private static Answer answer(JsonNode node) {
    if (node.size() != 1) {
      throw new IllegalArgumentException("an answer is an object with the name of its kind");
    }
    var only = node.properties().iterator().next();
    var value = only.getValue();
    return switch (only.getKey()) {
      case "state" -> state(value.asString());
      case "text" -> new Answer.Text(value.asString());
      case "unread" -> new Answer.Unread(value.asString());
      case "date" ->
          DateText.read(value.asString())
              .orElseThrow(
                  () -> new IllegalArgumentException("a date is 2024, 2024-04 or 2024-04-01"));
      case "age" -> new Answer.Age(value.asInt());
      case "choice" -> new Answer.Choice(value.asString());
      case "choices" -> new Answer.Choices(new TreeSet<>(strings(value)));
      case "number" -> new Answer.Quantity(new BigDecimal(value.asString()));
      case "rows" -> rows(value);
      case "person" -> new Answer.Person(value.path("name").asString(), optional(value, "id"));
      case "organisation" ->
          new Answer.Organisation(value.path("name").asString(), optional(value, "id"));
      case "files" -> new Answer.Files(strings(value));
      case "signature" -> signature(value);
      default -> throw new IllegalArgumentException("no answer is called " + only.getKey());
    };
  }

  private static Answer state(String state) {
    return switch (state) {
      case "empty" -> new Answer.Empty();
      case "unknown" -> new Answer.Unknown();
      case "declined" -> new Answer.Declined();
      default -> throw new IllegalArgumentException("no answer is in the state " + state);
    };
  }

  private static Answer.Rows rows(JsonNode node) {
    var byId = new TreeMap<String, Answers>();
    node.properties().forEach(row -> byId.put(row.getKey(), answers(row.getValue())));
    return new Answer.Rows(byId);
  }

  private static Answer.Signature signature(JsonNode node) {
    var on = optional(node, "on");
    return new Answer.Signature(
        node.path("name").asString(),
        optional(node, "relation"),
        on == null ? null : LocalDate.parse(on),
        Answer.SignedBy.valueOf(node.path("by").asString()));
  }

  private static List<String> strings(JsonNode node) {
    var strings = new ArrayList<String>();
    node.forEach(each -> strings.add(each.asString()));
    return strings;
  }

  private static @Nullable String optional(JsonNode node, String key) {
    return node.has(key) ? node.path(key).asString() : null;
  }
}
