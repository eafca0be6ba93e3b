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
 * @param offer how the app is set up; null when there is one
 * @param kept how the app stands; null when there is none
 * @param keys where passkeys are listed and added
 * @param passkeys how many there are
 * @param codes how many recovery codes are left; null where nothing is on
 */
public record SecondFactorPage(
    String login,
    boolean required,
    boolean waiting,
    boolean alone,
    boolean ended,
    @Nullable Offer offer,
    @Nullable Kept kept,
    Link keys,
    int passkeys,
    @Nullable Codes codes) {

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
   * There is an app.
   *
   * @param end the way to take it off; null where it is required and nothing else is there
   */
  public record Kept(String since, @Nullable Link end) {}

  /**
   * Recovery codes.
   *
   * @param left how many are left
   * @param few whether that is little
   */
  public record Codes(int left, boolean few, Link renew) {}
}
