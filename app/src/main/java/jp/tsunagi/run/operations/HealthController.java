package jp.tsunagi.run.operations;

import java.util.Optional;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Sealing;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.run.monitor.Readiness;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code GET /health}, for the proxy in front: 200 when requests should come here, 503 when not; no
 * login, nothing told but for how many seconds the trace has been waiting for its seal
 * (docs/trace.md), if this node seals. What is wrong is told at the port for watchers alone.
 */
@Controller
class HealthController {
  private final Readiness readiness;
  private final Optional<Sealing> sealing;

  HealthController(Readiness readiness, Optional<Sealing> sealing) {
    this.readiness = readiness;
    this.sealing = sealing;
  }

  @GetMapping("/health")
  @Permitted(Permission.PUBLIC)
  @Traced(Action.NONE)
  ResponseEntity<String> health() {
    return readiness.answer().ready()
        ? text(HttpStatus.OK, "ok\n" + sealed())
        : text(HttpStatus.SERVICE_UNAVAILABLE, "not ready\n");
  }

  private static ResponseEntity<String> text(HttpStatus status, String words) {
    return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(words);
  }

  private String sealed() {
    return sealing
        .map(Sealing::lag)
        .map(lag -> "seal-lag-seconds " + lag.toSeconds() + "\n")
        .orElse("");
  }
}
