package jp.tsunagi.base.ui;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the reader sees it.
 *
 * @param what did not happen
 * @param why one sentence each
 * @param remedy what to do now, and whom to ask
 * @param ways the way out first
 * @param faults every field at fault, each with the way to it
 */
public record RefusalView(
    String what, List<String> why, @Nullable String remedy, List<Link> ways, List<Fault> faults) {
  public RefusalView {
    why = List.copyOf(why);
    ways = List.copyOf(ways);
    faults = List.copyOf(faults);
  }

  /**
   * A field at fault.
   *
   * @param url that leads into the field
   * @param words what is wrong with it and what to do
   */
  public record Fault(String url, String label, String words) {}

  public RefusalView(String what, List<String> why, @Nullable String remedy, List<Link> ways) {
    this(what, why, remedy, ways, List.of());
  }

  public RefusalView(String what, String why, @Nullable String remedy) {
    this(what, List.of(why), remedy, List.of());
  }

  /** The same with one more sentence on why. */
  public RefusalView why(String more) {
    List<String> all = Stream.concat(why.stream(), Stream.of(more)).toList();
    return new RefusalView(what, all, remedy, ways, faults);
  }

  public RefusalView ways(List<Link> out) {
    return new RefusalView(what, why, remedy, out, faults);
  }

  public RefusalView faults(List<Fault> all) {
    return new RefusalView(what, why, remedy, ways, all);
  }
}
