package jp.tsunagi.bench;

import java.util.List;

/**
 * One thing that people do all day, measured by itself.
 *
 * @param rate how many a second where the time of an answer is measured
 * @param status what the program answers when it was done
 * @param once whether each of the turns can be taken only once: what is final stays final
 */
record Operation(String name, int rate, int status, boolean once, List<Turn> turns) {
  Operation {
    turns = List.copyOf(turns);
    if (turns.isEmpty()) {
      throw new BenchRefused("nobody", name);
    }
  }
}
