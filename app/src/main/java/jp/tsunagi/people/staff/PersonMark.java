package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.tsunagi.base.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose page it is, as the page itself says it: letters from which nobody learns who. Whoever signs
 * in while the page stands open goes on with it only if it is the same person.
 */
@Component
final class PersonMark {
  private static final int LENGTH = 18;

  private final SecretKeySpec key;

  PersonMark(DeviceKey key) {
    this.key = new SecretKeySpec(key.secret(), "HmacSHA256");
  }

  /** Of whoever is signed in; null where nobody is. */
  @Nullable String of(Actor actor) {
    return actor instanceof Actor.Staff || actor instanceof Actor.Guardian
        ? mark(actor.tenantId().orElseThrow() + " " + actor.kind() + " " + actor.id().orElseThrow())
        : null;
  }

  String of(Membership as) {
    return mark(as.tenant() + " " + as.kind() + " " + as.member());
  }

  boolean is(String mark, Membership as) {
    return MessageDigest.isEqual(
        mark.getBytes(StandardCharsets.UTF_8), of(as).getBytes(StandardCharsets.UTF_8));
  }

  private String mark(String person) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] whole = mac.doFinal(("person " + person).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, LENGTH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
