package jp.tsunagi.run.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.run.scenario.Act.State;
import jp.tsunagi.run.scenario.Act.Via;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the acts that are sheets filled in, with their answers. */
final class SheetReader {
  private static final String NO_ANSWER = "no-answer";

  private SheetReader() {}

  static Act profile(Block block) {
    return new Act.Profile(
        block.date("date"),
        block.text("writer"),
        ActReader.handOrNull(block, "typist"),
        block.dateOrNull("received"),
        block.oneOr("state", State.class, State.FINAL),
        answers(block),
        block.place());
  }

  static Act support(Block block) {
    return new Act.Support(
        block.date("date"),
        block.text("form"),
        block.textOrNull("organisation"),
        block.textOrNull("programme"),
        block.number("fiscal-year"),
        block.numberOr("term", 0),
        ActReader.hand(block, "author"),
        block.one("state", State.class),
        block.inner("confirmed", SheetReader::confirmation).orElse(null),
        answers(block),
        block.place());
  }

  private static Act.Confirmation confirmation(Block block) {
    var confirmation =
        new Act.Confirmation(
            block.text("guardian"),
            block.one("via", Via.class),
            block.date("date"),
            block.textOrNull("words"));
    block.finish();
    return confirmation;
  }

  static Act supportSheet(Block block) {
    return new Act.SupportSheet(
        block.date("date"),
        ActReader.hand(block, "by"),
        block.textOrNull("organisation"),
        block.textOrNull("outside"),
        block.texts("sections"),
        block.text("purpose"),
        block.place());
  }

  private static Given.Answers answers(Block block) {
    var sections = new LinkedHashMap<String, Given.Part>();
    block
        .inner("answers", Block::all)
        .orElse(List.of())
        .forEach(section -> sections.put(section.key(), part(section)));
    return new Given.Answers(sections, block.place());
  }

  private static Given.Part part(Entry section) {
    var entries = section.block().map(Block::all).orElse(List.of());
    var places = new LinkedHashMap<String, Place>();
    entries.forEach(field -> places.put(field.key(), field.place()));
    return new Given.Part(fields(entries), places, section.place());
  }

  private static Map<String, Given> fields(List<Entry> entries) {
    var fields = new LinkedHashMap<String, Given>();
    entries.forEach(field -> fields.put(field.key(), given(field)));
    return fields;
  }

  private static Given given(Entry field) {
    return switch (field.node()) {
      case ScalarNode _ -> new Given.Text(field.text());
      case SequenceNode sequence when ofBlocks(sequence) -> rows(field);
      case SequenceNode _ -> new Given.Ticked(field.texts());
      default -> unanswered(field);
    };
  }

  private static boolean ofBlocks(SequenceNode sequence) {
    return sequence.getValue().stream().anyMatch(MappingNode.class::isInstance);
  }

  private static Given rows(Entry field) {
    var rows = new ArrayList<Map<String, Given>>();
    for (var row : field.items()) {
      rows.add(fields(row.block().map(Block::all).orElse(List.of())));
    }
    return new Given.Rows(rows);
  }

  private static Given unanswered(Entry field) {
    enum Why {
      UNKNOWN,
      DECLINED
    }
    return field
        .block()
        .map(block -> {
          var why = block.one(NO_ANSWER, Why.class);
          block.finish();
          return why == Why.UNKNOWN ? new Given.Unknown() : (Given) new Given.Declined();
        })
        .orElseGet(Given.Unknown::new);
  }
}
