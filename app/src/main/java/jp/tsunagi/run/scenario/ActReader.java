package jp.tsunagi.run.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.people.child.Reason;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.run.scenario.Act.Hand;
import org.jspecify.annotations.Nullable;

/** Reads one act of a story by the word behind {@code act:}. */
final class ActReader {
  private enum Word {
    REGISTER(ActReader::register),
    USE_CONSENT(ActReader::useConsent),
    WITHDRAW(ActReader::withdraw),
    HANDOVER_CONSENT(ActReader::handoverConsent),
    RECEIPT(ActReader::receipt),
    PLAN_REQUEST(ActReader::planRequest),
    PLAN_AGREEMENT(ActReader::planAgreement),
    PROFILE(SheetReader::profile),
    JOIN(ActReader::join),
    SUPPORT(SheetReader::support),
    ENROL(ActReader::enrol),
    SUPPORT_SHEET(SheetReader::supportSheet),
    CONSULTATION(ActReader::consultation),
    LEAVE(ActReader::leave),
    MOVE_OUT(ActReader::moveOut),
    RENAME(ActReader::rename);

    final Function<Block, Act> reading;

    Word(Function<Block, Act> reading) {
      this.reading = reading;
    }

    /** As written in a scenario: {@code use-consent}. */
    String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Word> of(String written) {
      return Arrays.stream(values()).filter(word -> word.written().equals(written)).findFirst();
    }
  }

  private ActReader() {}

  /** Every word an act can have, as written. */
  static List<String> words() {
    return Arrays.stream(Word.values()).map(Word::written).toList();
  }

  static Act act(Block block) {
    var written = block.text("act");
    var word = Word.of(written);
    if (word.isEmpty()) {
      var todo = "use one of " + String.join(", ", words());
      block.problems().add(block.place(), "unknown act '" + written + "'", todo);
      return new Act.MoveOut(block.date("date"), written, block.place());
    }
    var act = word.get().reading.apply(block);
    block.finish();
    return act;
  }

  static Hand hand(Block block, String key) {
    return hand(block.text(key));
  }

  static @Nullable Hand handOrNull(Block block, String key) {
    return block.has(key) ? hand(block, key) : null;
  }

  private static Hand hand(String written) {
    var at = written.indexOf('@');
    return at < 0
        ? new Hand(written, null)
        : new Hand(written.substring(0, at), written.substring(at + 1));
  }

  private static Act register(Block block) {
    return new Act.Register(
        block.date("date"), hand(block, "by"), block.one("ground", Reason.class), block.place());
  }

  private static Act useConsent(Block block) {
    return new Act.UseConsent(
        block.date("date"),
        block.text("giver"),
        block.one("via", ConsentMeans.class),
        handOrNull(block, "by"),
        block.textOrNull("scan"),
        block.dateOrNull("until"),
        block.place());
  }

  private static Act withdraw(Block block) {
    return new Act.Withdraw(
        block.date("date"),
        block.text("giver"),
        block.one("via", ConsentMeans.class),
        handOrNull(block, "by"),
        block.textOrNull("receiver"),
        block.place());
  }

  private static Act handoverConsent(Block block) {
    return new Act.HandoverConsent(
        block.date("date"),
        block.text("giver"),
        block.one("via", ConsentMeans.class),
        handOrNull(block, "by"),
        block.texts("giving"),
        block.textOrNull("receiver"),
        block.textOrNull("outside"),
        block.words("categories", Category.class),
        block.texts("sections"),
        block.dateOrNull("until"),
        block.place());
  }

  private static Act receipt(Block block) {
    return new Act.Receipt(block.date("date"), hand(block, "by"), block.place());
  }

  private static Act planRequest(Block block) {
    return new Act.PlanRequest(
        block.date("date"),
        hand(block, "by"),
        block.text("organisation"),
        block.text("form"),
        block.number("fiscal-year"),
        block.texts("sections"),
        block.text("why"),
        block.date("needed"),
        block.date("until"),
        block.place());
  }

  private static Act planAgreement(Block block) {
    return new Act.PlanAgreement(block.date("date"), hand(block, "by"), block.place());
  }

  private static Act join(Block block) {
    return new Act.Join(
        block.date("date"),
        block.text("programme"),
        block.number("fiscal-year"),
        block.dateOrNull("from"),
        hand(block, "by"),
        block.place());
  }

  private static Act enrol(Block block) {
    var date = block.date("date");
    var from = block.dateOrNull("from");
    return new Act.Enrol(
        date,
        block.text("organisation"),
        block.textOrNull("class"),
        new Days(from == null ? date : from, block.dateOrNull("to")),
        handOrNull(block, "by"),
        block.place());
  }

  private static Act consultation(Block block) {
    return new Act.Consultation(
        block.date("date"),
        hand(block, "by"),
        block.text("gist"),
        block.dateOrNull("next"),
        block.place());
  }

  private static Act leave(Block block) {
    return new Act.Leave(
        block.date("date"),
        block.textOrNull("organisation"),
        block.textOrNull("programme"),
        block.text("reason"),
        block.place());
  }

  private static Act moveOut(Block block) {
    return new Act.MoveOut(block.date("date"), block.text("to"), block.place());
  }

  private static Act rename(Block block) {
    return new Act.Rename(
        block.date("date"), ChildReader.name(block), block.text("reason"), block.place());
  }
}
