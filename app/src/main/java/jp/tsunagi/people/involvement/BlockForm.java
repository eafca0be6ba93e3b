package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.BlockId;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.involvement.BlockRule.Refusal;
import jp.tsunagi.people.involvement.BlockRule.Whom;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.staff.Colleagues;

/** One of the three forms of blocks: reads it, gathers what is wrong with it, lays it out. */
final class BlockForm {
  /** Whom the form keeps away. */
  enum Kind {
    SELF,
    STAFF,
    ORGANISATION;

    /** A family's wish is about others. */
    BlockReason[] reasons() {
      return Arrays.stream(BlockReason.values())
          .filter(reason -> this != SELF || reason != BlockReason.FAMILY)
          .toArray(BlockReason[]::new);
    }
  }

  /** Longest note, in characters. */
  static final int LONGEST = 200;

  private final Kind kind;
  private final Typed typed;
  private final Map<String, String> problems = new HashMap<>();

  private BlockForm(Kind kind, Typed typed) {
    this.kind = kind;
    this.typed = typed;
  }

  /** The form as it was sent; 404 for what no form of ours sends. */
  static BlockForm sent(Typed typed) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(typed.text("kind")))
        .findFirst()
        .map(kind -> new BlockForm(kind, typed))
        .orElseThrow(NotFound::new);
  }

  static BlockForm blank(Kind kind) {
    return new BlockForm(kind, Typed.NOTHING);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean sound() {
    return problems.isEmpty();
  }

  BlockId id() {
    try {
      return BlockId.of(typed.text("id"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  /** The name by which staff were looked for. */
  String person() {
    return text("person");
  }

  /** Whom it is about; empty when nobody was chosen. */
  Optional<Whom> whom(
      Actor.Staff actor, List<Colleagues.Somebody> found, List<Organisation> organisations) {
    return switch (kind) {
      case SELF -> Optional.of(Whom.of(actor.staff()));
      case STAFF -> {
        if (found.isEmpty()) {
          yield missing("person", "involvement.block.problem.nobody");
        }
        yield found.stream()
            .filter(one -> one.id().toString().equals(text("whom")))
            .map(one -> Whom.of(one.id()))
            .findFirst()
            .or(() -> missing("whom", "involvement.block.problem.which"));
      }
      case ORGANISATION ->
          organisations.stream()
              .filter(one -> one.id().toString().equals(text("whom")))
              .map(one -> Whom.of(one.id()))
              .findFirst()
              .or(() -> missing("whom", "involvement.problem.choose"));
    };
  }

  /** Why; その他 needs a word. */
  Optional<BlockReason> reason() {
    Optional<BlockReason> reason =
        Arrays.stream(kind.reasons())
            .filter(value -> value.name().equals(text("reason")))
            .findFirst();
    if (reason.isEmpty()) {
      return missing("reason", "involvement.problem.choose");
    }
    if (reason.get() == BlockReason.OTHER && text("note").isEmpty()) {
      return missing("note", "involvement.block.problem.note");
    }
    return reason;
  }

  Optional<String> note() {
    String note = text("note");
    if (note.codePointCount(0, note.length()) > LONGEST) {
      return missing("note", "involvement.block.problem.long");
    }
    return Optional.of(note).filter(text -> !text.isEmpty());
  }

  /** The rule said no. */
  void refused(Refusal refusal) {
    missing(kind == Kind.SELF ? "reason" : "whom", refusal.key());
  }

  private <T> Optional<T> missing(String field, String key) {
    problems.put(field, t(key, LONGEST));
    return Optional.empty();
  }

  private String text(String field) {
    return typed.text(kind + "." + field);
  }

  private FieldView field(String name) {
    return FieldView.of(kind + "." + name, t("involvement.block.field." + name))
        .value(text(name))
        .error(problems.get(name));
  }

  /** Lays it out, with what was typed. */
  BlocksPage.Form view(
      String url, List<Colleagues.Somebody> found, List<Organisation> organisations) {
    FieldView person = kind == Kind.STAFF ? field("person").must() : null;
    List<Option> choice =
        kind == Kind.STAFF
            ? found.stream().map(one -> option(one, found.size() == 1)).toList()
            : organisations.stream().map(one -> option(one.id().toString(), one.name())).toList();
    boolean chooses = kind == Kind.ORGANISATION || !found.isEmpty();
    FieldView whom = kind != Kind.SELF && chooses ? field("whom").must() : null;
    FieldView reason = field("reason").must();
    FieldView note = field("note");
    return new BlocksPage.Form(
        url,
        kind.name(),
        BlockId.create().toString(),
        person,
        whom,
        choice,
        reason,
        Arrays.stream(kind.reasons())
            .map(each ->
                new Option(
                    each.name(),
                    t("involvement.block.reason." + each),
                    each.name().equals(text("reason"))))
            .toList(),
        note,
        Stream.of(person, whom, reason, note)
            .filter(Objects::nonNull)
            .filter(FieldView::wrong)
            .toList());
  }

  private Option option(Colleagues.Somebody one, boolean only) {
    Option named = option(one.id().toString(), one.name() + "\u3000" + one.places());
    return only ? new Option(named.value(), named.text(), true) : named;
  }

  private Option option(String value, String words) {
    return new Option(value, words, value.equals(text("whom")));
  }
}
