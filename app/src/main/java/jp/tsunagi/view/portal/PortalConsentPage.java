package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * A consent to be signed: what it is, who would read what until when, one's own choice, and the
 * words of the paper.
 *
 * @param id of the consent it becomes: sent twice it counts once
 * @param purpose what for
 * @param cards one for each place that receives
 * @param areas what may be chosen, in a handful of areas
 * @param all how many choices there are
 * @param asksHistory whether 前の版 is asked for too
 * @param history whether the guardian has left that chosen
 * @param words of the form, whole
 */
public record PortalConsentPage(
    NameView child,
    String kind,
    String url,
    String id,
    String about,
    String purpose,
    List<Card> cards,
    List<Area> areas,
    int all,
    boolean asksHistory,
    boolean history,
    List<String> words,
    @Nullable RefusalView refusal) {

  /**
   * A place that receives.
   *
   * @param who reads there, or that it gets paper
   */
  public record Card(String place, String who, List<Span> spans) {}

  /**
   * What is open there in one period.
   *
   * @param except what the family objected to, empty when nothing
   * @param waits it begins when the place deals with the child
   */
  public record Span(List<Group> what, String except, String period, boolean waits) {}

  /** What is read, by area. */
  public record Group(String title, List<String> lines) {}

  /**
   * What can be chosen of one area.
   *
   * @param chosen how many are chosen
   */
  public record Area(String title, int chosen, List<Option> choices) {}
}
