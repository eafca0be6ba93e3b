package jp.tsunagi.base.trace;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The root of a Merkle tree over audit rows in their order, worked out while they pass by: SHA-256,
 * leaves and inner nodes told apart by a first byte as in RFC 6962. A leaf is a row's transaction,
 * its number in the transaction, and its hash.
 */
final class Merkle {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private record Peak(byte[] hash, int height) {}

  private final MessageDigest digest = sha256();
  private final Deque<Peak> peaks = new ArrayDeque<>();
  private long count;

  /** Adds the next row. */
  void add(long transaction, int ordinal, byte[] hash) {
    digest.update(LEAF);
    digest.update(ByteBuffer.allocate(12).putLong(transaction).putInt(ordinal).array());
    Peak peak = new Peak(digest.digest(hash), 0);
    while (!peaks.isEmpty() && peaks.peek().height() == peak.height()) {
      peak = new Peak(join(peaks.pop().hash(), peak.hash()), peak.height() + 1);
    }
    peaks.push(peak);
    count++;
  }

  /** How many rows have passed by. */
  long count() {
    return count;
  }

  /** The root over all rows so far; of none, the hash of nothing. */
  byte[] root() {
    byte[] right = null;
    for (Peak peak : peaks) {
      right = right == null ? peak.hash() : join(peak.hash(), right);
    }
    return right == null ? digest.digest() : right;
  }

  private byte[] join(byte[] left, byte[] right) {
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
