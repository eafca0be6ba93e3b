package jp.tsunagi.people.organisation;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.StatusView;
import org.jspecify.annotations.Nullable;

/**
 * One organisation: its form and, once it is in the register, its connection and classes.
 *
 * @param url where the form is sent
 * @param id of the row, made when the form of a new one is shown
 * @param known what stands beside the form; null while it is new
 */
public record OrganisationPage(
    String url, String id, String title, Form form, @Nullable Known known) {

  /** The fields, with what was typed and what is wrong. */
  public record Form(
      FieldView name,
      FieldView kana,
      FieldView kind,
      List<Option> kinds,
      FieldView tier,
      List<Option> tiers,
      FieldView sector,
      List<Option> sectors,
      FieldView district,
      FieldView connection,
      List<Option> connections,
      FieldView phone) {

    /** For the summary at the top. */
    public List<FieldView> fields() {
      return List.of(name, kana, kind, tier, sector, district, connection, phone);
    }
  }

  /**
   * What is kept beside the form.
   *
   * @param closed since when it works no longer, in words, or null
   * @param keep where it is called otherwise or closed
   */
  public record Known(
      @Nullable String closed,
      Link keep,
      Link staff,
      StatusView connection,
      String connectionNote,
      Link changeConnection,
      String year,
      List<Link> classes,
      Link addClasses) {}
}
