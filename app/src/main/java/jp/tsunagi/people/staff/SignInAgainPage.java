package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * Signing in again inside a page that stands open, whose session has ended: what is typed there
 * stays.
 *
 * @param step what is asked for: the password, a code, or the PIN
 * @param url where it is sent
 * @param login as it was typed
 * @param person whose PIN; empty elsewhere
 * @param back as whom the same person would go on; null where something else is asked for
 * @param key the question for a passkey beside it, or null
 * @param provider to the identity provider, in a window of its own; null where there is none
 */
public record SignInAgainPage(
    Step step,
    String url,
    String login,
    String person,
    @Nullable Choice back,
    @Nullable PasskeyAsk key,
    @Nullable Link provider,
    @Nullable RefusalView refusal) {

  /** What is asked for. */
  public enum Step {
    PASSWORD,
    CODE,
    PIN,
    /** Nothing but that the person goes back to what the page is for. */
    BACK
  }
}
