package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.NameView;

/** まもなく終わる同意, and who is 18 before long. */
public record EndingPage(List<Consented> consents, List<Growing> growing) {

  /**
   * A consent that ends.
   *
   * @param anew where it is asked for anew
   */
  public record Consented(
      NameView name,
      String facts,
      String kind,
      String receivers,
      String last,
      String days,
      String url,
      String anew) {}

  /** A child who decides for itself before long. */
  public record Growing(NameView name, String facts, String day, String url) {}
}
