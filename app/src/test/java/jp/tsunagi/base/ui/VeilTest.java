package jp.tsunagi.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class VeilTest {
  private static final UUID READER = new UUID(0, 1);

  private final Veil veil = new Veil(new byte[32]);

  @Test
  void whatIsCoveredComesBackAndDoesNotShow() {
    String covered = veil.cover(READER, "髙嶺 りく");
    assertThat(covered).matches("[A-Za-z0-9_-]+");
    assertThat(veil.cover(READER, "髙嶺 りく")).as("never the same twice").isNotEqualTo(covered);
    assertThat(veil.uncover(READER, covered)).contains("髙嶺 りく");
  }

  @Test
  void nobodyElseUncoversIt() {
    String covered = veil.cover(READER, "髙嶺");
    assertThat(veil.uncover(new UUID(0, 2), covered)).isEmpty();
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(new Veil(other).uncover(READER, covered)).isEmpty();
  }

  @Test
  void whatIsNotOursIsNothing() {
    String covered = veil.cover(READER, "髙嶺");
    String changed = (covered.charAt(20) == 'A' ? "B" : "A") + covered.substring(1);
    for (String letters : new String[] {"", "x", "%%%", "AAAA", changed, covered + "AAAA"}) {
      assertThat(veil.uncover(READER, letters)).as(letters).isEmpty();
    }
  }
}
