package jp.tsunagi.people.staff;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** More at once than can be done in good time: 503, with the time after which to come again. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
final class Busy extends RuntimeException {
  /** In seconds. */
  static final String COME_AGAIN = "10";

  Busy() {
    super("busy", null, false, false);
  }
}
