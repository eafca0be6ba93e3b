package jp.tsunagi.record.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One way of a sheet through the posts that decide about it, as it was sent.
 *
 * @param number the first is 1, in each revision of the sheet anew
 * @param running whether it is under way
 * @param steps in their order
 */
public record Round(int revision, int number, boolean running, List<Step> steps) {
  public Round {
    steps = List.copyOf(steps);
  }

  /**
   * A post of it.
   *
   * @param post kind of the post
   * @param since when it came there; empty while it has not
   * @param seen when the holder saw what a deputy had decided
   */
  public record Step(
      int ordinal,
      String post,
      Optional<Instant> since,
      Optional<Instant> decided,
      Optional<UUID> by,
      Optional<Manner> manner,
      Optional<String> note,
      Optional<Instant> seen) {}

  /** The post whose turn it is; none when all have decided. */
  public Optional<Step> current() {
    return running
        ? steps.stream().filter(step -> step.manner().isEmpty()).findFirst()
        : Optional.empty();
  }

  /** The posts before the one whose turn it is that decided themselves: it can go back there. */
  public List<Step> earlier() {
    return steps.stream()
        .takeWhile(step -> step.manner().isPresent())
        .filter(step -> step.manner().filter(Manner.VACANT::equals).isEmpty())
        .toList();
  }

  /** The moment of it, as a page carries it: revision, number and the post whose turn it is. */
  public String moment() {
    return revision + "." + number + "." + current().map(Step::ordinal).orElse(0);
  }

  /** Whether that post has a say in it. */
  public boolean names(String post) {
    return steps.stream().anyMatch(step -> step.post().equals(post));
  }
}
