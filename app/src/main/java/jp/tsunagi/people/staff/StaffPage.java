package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import org.jspecify.annotations.Nullable;

/**
 * One staff member: posts, the person, the account.
 *
 * @param reads why nothing is read yet (no pledge, no post, no account), in one sentence, or null
 * @param connect where the place is connected, when it works on paper; null otherwise
 * @param assign where a post is given; null for oneself
 * @param invitation the code in the place of a password; null where there is an account
 * @param factor how the second factor stands; null without an account
 * @param sessions where the person is signed in; null without an account
 */
public record StaffPage(
    String url,
    String title,
    String kana,
    List<Post> posts,
    @Nullable String reads,
    @Nullable Link connect,
    @Nullable String assign,
    Fields form,
    @Nullable String login,
    Link password,
    @Nullable Invitation invitation,
    @Nullable Factor factor,
    @Nullable Link sessions) {

  /** The fields of the person. */
  public record Fields(FieldView name, FieldView kana, FieldView pledge, FieldView lastDay) {
    public List<FieldView> all() {
      return List.of(name, kana, pledge, lastDay);
    }
  }

  /**
   * A one-time code.
   *
   * @param state until when one that was handed works; null where none was
   */
  public record Invitation(@Nullable String state, Link way) {}

  /**
   * The second factor.
   *
   * @param state in words
   * @param way one's own page, or taking it off; null where there is nothing to do
   */
  public record Factor(String state, @Nullable Link way) {}

  /**
   * A post.
   *
   * @param state past, now, ahead, waiting or refused: a key of words
   * @param note who confirms it, or who refused it and why; null otherwise
   * @param end where it is ended; null when it is over
   * @param refusal where an administrator says that the refusal was read; null otherwise
   */
  public record Post(
      Link organisation,
      String post,
      String period,
      String state,
      @Nullable String note,
      @Nullable Link end,
      @Nullable String refusal) {}
}
