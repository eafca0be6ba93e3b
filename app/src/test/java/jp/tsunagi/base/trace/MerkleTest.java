package jp.tsunagi.base.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The streaming root against RFC 6962's own recursive definition, written down a second time. */
class MerkleTest {

  @Property(tries = 200)
  void theRootIsTheOneOfTheDefinition(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 255) Integer> rows) throws Exception {
    Merkle merkle = new Merkle();
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      byte[] hash = {rows.get(i).byteValue()};
      merkle.add(i, 7, hash);
      byte[] place = ByteBuffer.allocate(12).putLong(i).putInt(7).array();
      leaves.add(sha256(new byte[] {0}, place, hash));
    }
    assertThat(merkle.root()).isEqualTo(root(leaves));
    assertThat(merkle.count()).isEqualTo(rows.size());
  }

  @Property(tries = 100)
  void anotherOrderIsAnotherRoot(@ForAll @IntRange(min = 2, max = 30) int rows) {
    Merkle one = new Merkle();
    Merkle other = new Merkle();
    for (int i = 0; i < rows; i++) {
      one.add(i, 0, new byte[] {(byte) i});
      other.add(i, 0, new byte[] {(byte) (i == 0 ? 1 : i == 1 ? 0 : i)});
    }
    assertThat(one.root()).isNotEqualTo(other.root());
  }

  private static byte[] root(List<byte[]> leaves) throws Exception {
    if (leaves.isEmpty()) {
      return sha256();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return sha256(
        new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }

  private static byte[] sha256(byte[]... parts) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }
}
