package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form that puts a child on record.
 *
 * @param id of the child to be: sent twice, it is one
 * @param seat the assignment one acts under, where there are several
 * @param entry class and first day, where the child is enrolled; null at a hub
 * @param announced what else happens once the child is on record, a sentence each
 * @param standing in one sentence, who will know of the child
 */
public record RegistrationPage(
    String id,
    String standing,
    List<String> announced,
    Who who,
    Asked about,
    Home home,
    Guardian guardian,
    @Nullable Entry entry,
    List<Option> seats,
    List<FieldView> wrong) {

  /** Name and birth. */
  public record Who(
      List<FieldView> usual,
      List<FieldView> seldom,
      List<Option> single,
      DayField birth,
      FieldView sex,
      List<Option> sexes) {}

  /** Why on record, and in which language one speaks with the family. */
  public record Asked(
      FieldView reason,
      List<Option> reasons,
      FieldView language,
      List<Option> languages,
      List<Option> interpreter) {}

  /** Where the family lives. */
  public record Home(FieldView postal, FieldView address) {}

  /** Whom to call first. */
  public record Guardian(
      FieldView name,
      FieldView kana,
      FieldView relation,
      List<Option> relations,
      FieldView phone,
      FieldView note,
      List<Option> decides) {}

  /** Class and first day. */
  public record Entry(
      DayField since, FieldView schoolClass, List<Option> classes, FieldView number) {}
}
