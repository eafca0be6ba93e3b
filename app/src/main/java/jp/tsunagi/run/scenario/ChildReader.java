package jp.tsunagi.run.scenario;

import java.util.List;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;

/** Reads one child. Where the child cannot be read, no story is told: it would only add noise. */
final class ChildReader {
  private ChildReader() {}

  static Child child(Block block) {
    var before = block.problems().count();
    var child =
        new Child(
            block.text("key"),
            name(block),
            block.inner("common-name", ChildReader::closedName).orElse(null),
            block.each("former-names", ChildReader::closedName),
            block.one("sex", Sex.class),
            block.date("birth"),
            block.each("addresses", ChildReader::address),
            block.has("language") ? block.text("language") : "ja",
            block.textOrNull("interpreter"),
            block.each("guardians", ChildReader::guardian),
            block.each("grade-overrides", ChildReader::override),
            block.each("attention", ChildReader::attention),
            block.each("story", ActReader::act),
            block.place());
    block.finish();
    return before == block.problems().count() ? child : withoutStory(child);
  }

  private static Child withoutStory(Child child) {
    return new Child(
        child.key(),
        child.name(),
        child.commonName(),
        child.formerNames(),
        child.sex(),
        child.birth(),
        List.of(),
        child.language(),
        child.interpreter(),
        child.guardians(),
        List.of(),
        child.attention(),
        List.of(),
        child.place());
  }

  static Child.FullName name(Block block) {
    return new Child.FullName(block.text("name"), block.text("kana"), block.place());
  }

  private static Child.FullName closedName(Block block) {
    var name = name(block);
    block.finish();
    return name;
  }

  private static Child.Address address(Block block) {
    var period = new Days(block.date("from"), block.dateOrNull("to"));
    var address = new Child.Address(block.text("text"), period, block.place());
    block.finish();
    return address;
  }

  private static Guardian guardian(Block block) {
    var guardian =
        new Guardian(
            block.text("key"),
            block.text("name"),
            block.text("kana"),
            block.one("relation", Relation.class),
            block.text("phone"),
            block.number("order"),
            block.textOrNull("when"),
            block.oneOr("authority", Guardian.Authority.class, Guardian.Authority.PARENTAL),
            block.yes("account"),
            block.has("language") ? block.text("language") : "ja",
            block.textOrNull("same-as"),
            block.place());
    block.finish();
    return guardian;
  }

  private static Child.GradeOverride override(Block block) {
    var override =
        new Child.GradeOverride(
            block.number("fiscal-year"),
            block.number("grade"),
            block.text("reason"),
            block.place());
    block.finish();
    return override;
  }

  private static Child.Attention attention(Block block) {
    var attention =
        new Child.Attention(
            block.one("kind", Child.Attention.Kind.class), block.text("text"), block.place());
    block.finish();
    return attention;
  }
}
