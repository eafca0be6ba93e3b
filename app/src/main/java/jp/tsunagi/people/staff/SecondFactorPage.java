package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.QrImage;
import org.jspecify.annotations.Nullable;

/**
 * One's own second factor: how to set it up, or how it stands.
 *
 * @param login whose it is: PCs are shared
 * @param required the municipality requires it
 * @param waiting nothing else can be done before it is set up
 * @param alone there is no other administrator who could help
 * @param ended it has just been turned off
 * @param offer how it is set up; null when it is on
 * @param kept how it stands; null when it is off
 */
public record SecondFactorPage(
    String login,
    boolean required,
    boolean waiting,
    boolean alone,
    boolean ended,
    @Nullable Offer offer,
    @Nullable Kept kept) {

  /**
   * A secret that an app takes.
   *
   * @param groups the secret for typing
   * @param sealed the secret, on its way back to us
   */
  public record Offer(QrImage picture, List<String> groups, String sealed, FieldView code) {
    public Offer {
      groups = List.copyOf(groups);
    }

    @Override
    public String toString() {
      return "Offer";
    }
  }

  /**
   * It is on.
   *
   * @param codes how many recovery codes are left
   * @param few whether that is little
   * @param end the way to turn it off; null where it is required
   */
  public record Kept(String since, int codes, boolean few, Link renew, @Nullable Link end) {}
}
