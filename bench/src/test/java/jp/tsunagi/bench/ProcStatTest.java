package jp.tsunagi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcStatTest {
  private static String line(int pid, String name, int parent, int own, int ended) {
    return pid
        + " ("
        + name
        + ") S "
        + parent
        + " 1 1 0 -1 4194304 5 6 7 8 "
        + own
        + " 1 "
        + ended
        + " 2 20 0 1 0 100 1 1 1";
  }

  @Test
  void readsPastWhateverTheNameHolds() {
    assertThat(ProcStat.parse(line(42, "postgres: a) S 9 (b", 7, 150, 30)))
        .isEqualTo(new ProcStat(42, 7, 1510, 320));
  }

  @Test
  void refusesWhatIsNoStatLine() {
    assertThatThrownBy(() -> ProcStat.parse("42 postgres S 1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ProcStat.parse("42 (postgres) S 1 2 3"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theDatabaseIsThePostmasterItsChildrenAndThoseThatEnded(@TempDir Path proc)
      throws IOException {
    process(proc, 10, line(10, "java", 1, 500, 9999));
    process(proc, 20, line(20, "postgres", 10, 10, 70));
    process(proc, 21, line(21, "postgres: one", 20, 30, 0));
    process(proc, 22, line(22, "postgres: two", 20, 40, 5));
    process(proc, 30, line(30, "somebody", 1, 9000, 0));
    Files.createDirectories(proc.resolve("self"));
    Cpu cpu = new Cpu(proc, 10, 20);
    Cpu.Reading first = cpu.read();
    assertThat(first).isEqualTo(new Cpu.Reading(5010, 110 + 720 + 310 + 410));
    // a connection ends: what it used stays counted
    Files.delete(proc.resolve("21/stat"));
    process(proc, 20, line(20, "postgres", 10, 10, 101));
    assertThat(cpu.read().since(first)).isEqualTo(new Cpu.Reading(0, 0));
  }

  @Test
  void saysWhenTheProgramIsGone(@TempDir Path proc) {
    assertThatThrownBy(() -> new Cpu(proc, 10, 20).read())
        .isInstanceOfSatisfying(
            BenchRefused.class, gone -> assertThat(gone.words().getLast()).contains("20"));
  }

  private static void process(Path proc, int pid, String line) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(Integer.toString(pid)));
    Files.writeString(folder.resolve("stat"), line + "\n");
  }

  @Test
  void workOfTheMachineIsAllButWaiting() {
    assertThat(Machine.busy("cpu  10 1 5 1000 200 2 3 4 50 0")).isEqualTo(250);
  }
}
