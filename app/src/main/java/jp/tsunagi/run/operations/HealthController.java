package jp.tsunagi.run.operations;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Sealing;
import jp.tsunagi.base.trace.Traced;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code GET /health}: 200 when the program and its database answer; no login, nothing told but for
 * how many seconds the trace has been waiting for its seal (docs/trace.md), if this node seals.
 */
@Controller
class HealthController {
  private final Database database;
  private final Optional<Sealing> sealing;

  HealthController(Database database, Optional<Sealing> sealing) {
    this.database = database;
    this.sealing = sealing;
  }

  @GetMapping("/health")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ResponseEntity<String> health() {
    database.run(new Actor.Login(), tx -> tx.sql().fetch("select 1"));
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("ok\n" + sealed());
  }

  private String sealed() {
    return sealing
        .map(Sealing::lag)
        .map(lag -> "seal-lag-seconds " + lag.toSeconds() + "\n")
        .orElse("");
  }
}
