package jp.tsunagi.run.ledger;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.DayField;
import org.jspecify.annotations.Nullable;

/**
 * A family of the ledger, and what it may answer.
 *
 * @param url where answers are sent
 * @param facts what the ledger says, each with its words
 * @param wrong fields that must be put right
 */
public record FamilyPage(
    String url,
    String child,
    String kana,
    Link list,
    List<Link> facts,
    List<Asked> asked,
    @Nullable Answers answers,
    @Nullable Agreed agreed,
    @Nullable Declined declined,
    List<FieldView> wrong) {
  /** A time the family was asked. */
  public record Asked(String day, String note, String undo) {}

  /**
   * The three answers.
   *
   * @param kept what stays known of a family that declines, and until when
   */
  public record Answers(
      DayField agreedOn,
      FieldView giver,
      FieldView programme,
      List<Option> programmes,
      FieldView staff,
      List<Option> inCharge,
      DayField askedOn,
      FieldView note,
      DayField declinedOn,
      String kept) {}

  /**
   * It agrees: the way to the record, in two steps.
   *
   * @param said what was answered
   * @param registration the fields of the registration as they are known; empty once it is done
   * @param consent where the consent is put on file; null before
   */
  public record Agreed(
      String said, List<Link> registration, @Nullable Link child, @Nullable String consent) {}

  /** It declines. */
  public record Declined(String said, String kept) {}
}
