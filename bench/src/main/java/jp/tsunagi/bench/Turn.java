package jp.tsunagi.bench;

import java.util.function.IntFunction;

/**
 * Somebody who does the same thing now and again.
 *
 * @param ask the request of the n-th time, from 0 on
 */
record Turn(Visitor visitor, IntFunction<Ask> ask) {
  Turn(Visitor visitor, Ask always) {
    this(visitor, _ -> always);
  }

  byte[] bytes(int time) {
    return visitor.bytes(ask.apply(time));
  }
}
