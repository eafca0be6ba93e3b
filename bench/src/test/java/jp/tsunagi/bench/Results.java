package jp.tsunagi.bench;

import java.util.List;

/** Results for tests. */
final class Results {
  static final Machine MACHINE =
      new Machine("Processor", 2, 24, "Linux 6", "VM 25", List.of("-Xmx512m"), "18.6");

  private Results() {}

  static Row row(String operation, double reached, double p99, double program, double database) {
    return new Row(
        operation,
        4,
        500,
        200,
        reached,
        new Percentiles(1000, 4, 8, 9, 12),
        new Percentiles(2000, 5, 10, p99, 30),
        0,
        3,
        2,
        24_000,
        400_000,
        program,
        database,
        0.1,
        new Row.Bare(new Percentiles(900, 1, 2, 3, 4), 900, 0.5, 1),
        new Row.Still("/style/a.css", 20_000, 9000, new Percentiles(100, 1, 1, 1, 1), 0.05));
  }

  static Result result(int population, String at, Machine machine, Row... rows) {
    return new Result(
        Result.FORMAT,
        at,
        "abc1234",
        "202611290834",
        population,
        10,
        machine,
        0.1,
        2.5,
        4.2,
        new Result.Heap(512L << 20, 200L << 20, 60L << 20, 900),
        new PageWeight(7_000, 20_000, 25_000, 300_000, 28),
        new Result.Idle(3.5, 1.5),
        List.of(rows),
        new Result.Lived(
            9.5,
            900_000,
            3,
            2,
            0.2,
            List.of(new Result.Day("April", "classes", 40, 0, 12, 20, 31))),
        List.of());
  }
}
