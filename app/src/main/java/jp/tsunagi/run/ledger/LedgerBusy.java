package jp.tsunagi.run.ledger;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Another ledger is being looked at: 503, with the time after which to come again. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
final class LedgerBusy extends RuntimeException {
  LedgerBusy() {
    super("busy", null, false, false);
  }
}
