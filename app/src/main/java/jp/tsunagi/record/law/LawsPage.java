package jp.tsunagi.record.law;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.ground.ScopeChoice;
import org.jspecify.annotations.Nullable;

/** 法令による共有 of one child: what is or was open without consent, and asking for it. */
public record LawsPage(
    Identity child, String url, String back, List<Line> lines, @Nullable Form form) {

  /**
   * A ground in words.
   *
   * @param end where it is ended, null when it does not hold or the reader may not
   */
  public record Line(
      String law,
      String receiver,
      String from,
      List<String> scope,
      String note,
      String period,
      String state,
      String asked,
      String family,
      @Nullable String end,
      @Nullable FieldView why) {}

  /**
   * Asks for one.
   *
   * @param id of the ground it makes: sent twice, it makes one
   * @param from whose records it is about, in words
   */
  public record Form(
      String id,
      String from,
      FieldView law,
      List<Option> laws,
      FieldView article,
      FieldView receiver,
      List<Option> receivers,
      FieldView scope,
      List<ScopeChoice.Group> groups,
      boolean history,
      FieldView note,
      FieldView last,
      FieldView family,
      List<Option> families,
      FieldView familyNote,
      List<FieldView> wrong) {}
}
