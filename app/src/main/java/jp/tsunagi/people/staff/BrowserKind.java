package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;

/**
 * What kind of browser a session is at, as its owner would say it: a Windows PC with Edge. No
 * version, nothing by which one browser could be told from another of its kind.
 */
record BrowserKind(System system, Program program) {
  private static final String BETWEEN = " ";

  /** The machine; the first whose mark the browser bears. */
  enum System {
    IPHONE("iPhone"),
    IPAD("iPad"),
    ANDROID("Android"),
    CHROMEBOOK("CrOS"),
    WINDOWS("Windows"),
    MAC("Macintosh"),
    LINUX("Linux"),
    OTHER("");

    private final String mark;

    System(String mark) {
      this.mark = mark;
    }
  }

  /** The program; nearly all of them call themselves Safari too, so the order counts. */
  enum Program {
    EDGE("Edg"),
    FIREFOX("Firefox|FxiOS"),
    CHROME("Chrom|CriOS"),
    SAFARI("Safari"),
    OTHER("");

    private final String marks;

    Program(String marks) {
      this.marks = marks;
    }
  }

  /** Reads what a browser calls itself; anything may stand there. */
  static BrowserKind of(String userAgent) {
    return new BrowserKind(
        Arrays.stream(System.values())
            .filter(system -> userAgent.contains(system.mark))
            .findFirst()
            .orElse(System.OTHER),
        Arrays.stream(Program.values())
            .filter(program ->
                Arrays.stream(program.marks.split("\\|", -1)).anyMatch(userAgent::contains))
            .findFirst()
            .orElse(Program.OTHER));
  }

  /** As the database keeps it. */
  String kept() {
    return system + BETWEEN + program;
  }

  static BrowserKind kept(String kept) {
    String[] parts = kept.split(BETWEEN, 2);
    return new BrowserKind(System.valueOf(parts[0]), Program.valueOf(parts[1]));
  }

  String words() {
    String machine = t("staff.session.system." + system);
    return program == Program.OTHER
        ? machine
        : t("staff.session.browser", machine, t("staff.session.program." + program));
  }
}
