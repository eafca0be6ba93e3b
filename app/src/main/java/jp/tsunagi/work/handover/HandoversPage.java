package jp.tsunagi.work.handover;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.StatusView;
import org.jspecify.annotations.Nullable;

/** What is addressed to the reader's place: waiting first, then what was received. */
public record HandoversPage(List<Line> waiting, List<Line> received) {
  /**
   * One handover.
   *
   * @param childUrl the child's page once received, empty before
   * @param sender who hands over, empty where it is not known
   * @param what the headings the guardian agreed to
   * @param act what is done with it: confirmed by the receiver, taken back by the sender
   * @param asks whether a page asks first
   */
  public record Line(
      NameView name,
      String childUrl,
      String birth,
      String receiver,
      String sender,
      String what,
      String entry,
      String offered,
      StatusView status,
      @Nullable Link act,
      boolean asks) {}
}
