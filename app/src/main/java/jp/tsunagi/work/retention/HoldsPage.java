package jp.tsunagi.work.retention;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/** 保留: what is kept longer, and keeping something longer. */
public record HoldsPage(List<Line> lines, Form form) {

  /**
   * Something that is kept longer.
   *
   * @param child its name, or that it is out of reach
   */
  public record Line(
      String child, String place, String what, String why, String until, String lift) {}

  /** Keeps something longer. */
  public record Form(
      String id,
      @Nullable FieldView place,
      List<Option> places,
      FieldView name,
      FieldView birth,
      FieldView kind,
      List<Option> kinds,
      FieldView year,
      FieldView why,
      FieldView until,
      List<FieldView> wrong) {}
}
