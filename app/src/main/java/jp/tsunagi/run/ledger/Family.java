package jp.tsunagi.run.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;

/**
 * A family of a ledger whose consent is not on file: no record of a child, a name on a list of whom
 * to ask.
 *
 * @param child in writing, family and given name with a blank between
 * @param asked every time it was asked, the last one first
 */
record Family(
    UUID id,
    OrganisationId organisation,
    String child,
    String kana,
    LocalDate birth,
    Details details,
    Optional<Answer> answer,
    List<Asking> asked) {
  private static final Pattern BLANK = Pattern.compile("\\u3000");

  Family {
    asked = List.copyOf(asked);
  }

  /**
   * What the ledger says beside name and birth date. Dropped some days after the family declined.
   *
   * @param staff name of whoever is in charge, as written
   */
  record Details(
      Optional<Sex> sex,
      Optional<String> address,
      String guardian,
      Optional<Relation> relation,
      Optional<String> phone,
      List<String> programmes,
      Optional<String> staff) {
    Details {
      programmes = List.copyOf(programmes);
    }
  }

  /** What the family answered. */
  sealed interface Answer {
    /** The day it answered. */
    LocalDate on();

    /**
     * It agrees; registration and the consent on file follow.
     *
     * @param giver who agreed
     * @param child the id the child will have on record
     */
    record Agreed(
        LocalDate on, String giver, List<String> programmes, Optional<StaffId> staff, ChildId child)
        implements Answer {
      public Agreed {
        programmes = List.copyOf(programmes);
      }
    }

    /**
     * It declines.
     *
     * @param keptUntil the last day on which it is still known who must not be asked again
     */
    record Declined(LocalDate on, LocalDate keptUntil) implements Answer {}
  }

  /** The family was asked and has not answered yet. */
  record Asking(UUID id, LocalDate on, String note) {
    /** Noted twice it is still one. */
    boolean saysTheSame(Asking other) {
      return on.equals(other.on) && note.equals(other.note);
    }
  }

  /** Where it stands; the tabs of the list. */
  enum State {
    /** 同意をお願いする. */
    OPEN,
    /** 同意をもらった: on the way to the record. */
    AGREED,
    /** 断られた. */
    DECLINED
  }

  State state() {
    return switch (answer.orElse(null)) {
      case null -> State.OPEN;
      case Answer.Agreed _ -> State.AGREED;
      case Answer.Declined _ -> State.DECLINED;
    };
  }

  Optional<Answer.Agreed> agreed() {
    return answer.filter(Answer.Agreed.class::isInstance).map(Answer.Agreed.class::cast);
  }

  Optional<Answer.Declined> declined() {
    return answer.filter(Answer.Declined.class::isInstance).map(Answer.Declined.class::cast);
  }

  Optional<Asking> lastAsked() {
    return asked.stream().findFirst();
  }

  /** Family and given name, or their readings, apart. */
  static List<String> parts(String name) {
    List<String> parts = List.of(BLANK.split(name, 2));
    return parts.size() == 2 ? parts : List.of("", name);
  }
}
