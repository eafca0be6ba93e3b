package jp.tsunagi.record.emergency;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/** 緊急閲覧: opening a record, what is open now, and what one opened lately. */
public record EmergencyPage(List<Line> open, List<Line> lately, Form form) {

  /**
   * An opening of one's own.
   *
   * @param child name, for as long as it is open; empty afterwards
   * @param end where it is closed, null when it is over
   * @param outcome of the review, in words
   */
  public record Line(
      String child,
      String url,
      String at,
      String until,
      String reason,
      @Nullable String end,
      String outcome) {}

  /**
   * Opens one.
   *
   * @param id of the opening it makes: sent twice, it makes one
   * @param seat null where there is but one
   */
  public record Form(
      String id,
      @Nullable FieldView seat,
      List<Option> seats,
      FieldView name,
      FieldView birth,
      FieldView reason,
      List<Option> reasons,
      FieldView note,
      List<FieldView> wrong) {}
}
