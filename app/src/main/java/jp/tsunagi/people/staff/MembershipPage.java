package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * 市町村・立場の切りかえ: as whom somebody signed in may go on.
 *
 * @param here as whom the person is signed in now
 * @param others as whom else
 * @param signOut where the form is sent by which one begins anew; null where one may switch
 */
public record MembershipPage(
    String url,
    Choice here,
    List<Choice> others,
    String home,
    @Nullable String signOut,
    @Nullable RefusalView refusal) {
  public MembershipPage {
    others = List.copyOf(others);
  }
}
