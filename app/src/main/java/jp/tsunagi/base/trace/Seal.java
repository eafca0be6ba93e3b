package jp.tsunagi.base.trace;

import java.time.Instant;
import java.util.HexFormat;
import jp.tsunagi.base.database.TenantId;

/**
 * What closes off a stretch of the trace: every audit row of the municipality whose transaction is
 * in {@code [from, to)}, counted, under one Merkle root, chained to the seal before. No transaction
 * that commits later can fall into the stretch.
 *
 * @param number from 1, without gaps
 * @param from first transaction number of the stretch; of the first seal 0
 * @param to the transaction number after the stretch
 * @param events how many rows there are; never 0
 * @param previous hash of the seal before; of the first seal all zero
 * @param hash keyed hash of everything else; see docs/trace.md
 */
record Seal(
    TenantId tenant,
    long number,
    long from,
    long to,
    long events,
    byte[] root,
    byte[] previous,
    Instant sealedAt,
    byte[] hash) {
  private static final byte[] NOTHING_BEFORE = new byte[32];

  /** Below them a transaction's number is the server's own, above them stands the incarnation. */
  private static final int SERVERS_BITS = 48;

  /** The life of the database, from 1, in which a transaction of this number was under way. */
  static int incarnation(long transaction) {
    return (int) (transaction >> SERVERS_BITS) + 1;
  }

  /** The number below which no transaction of this life of the database is. */
  static long beginning(int incarnation) {
    return (long) (incarnation - 1) << SERVERS_BITS;
  }

  /** Where it stands among those kept outside. */
  KeptSeals.Place place() {
    return new KeptSeals.Place(incarnation(to), number);
  }

  /** The seal of the next stretch. */
  static Seal next(
      Previous before, TenantId tenant, long to, Merkle rows, Instant now, TraceKey key) {
    Seal open =
        new Seal(
            tenant,
            before.number() + 1,
            before.to(),
            to,
            rows.count(),
            rows.root(),
            before.hash(),
            now,
            new byte[0]);
    return open.under(key);
  }

  /** The end of what is sealed. */
  record Previous(long number, long to, byte[] hash) {
    static final Previous NONE = new Previous(0, 0, NOTHING_BEFORE);
  }

  Previous asPrevious() {
    return new Previous(number, to, hash);
  }

  Seal under(TraceKey key) {
    return new Seal(
        tenant, number, from, to, events, root, previous, sealedAt, key.hash(canonical()));
  }

  private byte[] canonical() {
    return String.join(
            "|",
            "seal",
            tenant.toString(),
            Long.toString(number),
            Long.toString(from),
            Long.toString(to),
            Long.toString(events),
            hex(root),
            hex(previous),
            sealedAt.toString())
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /**
   * One line for the outside: everything that is needed to recognise this seal later.
   *
   * @param narrowing how many of its rows say that somebody may read less from then on
   */
  String line(long narrowing) {
    return "{\"tenant\":%s,\"seal\":%d,\"from\":%d,\"to\":%d,\"events\":%d,\"narrowing\":%d,\"root\":\"%s\",\"at\":\"%s\",\"hash\":\"%s\"}"
        .formatted(tenant, number, from, to, events, narrowing, hex(root), sealedAt, hex(hash));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
