package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;

/** What an app would do, and the ways through the screens that ask for its codes. */
final class SecondFactorTown {
  private static final Pattern LETTERS = Pattern.compile("<span>([A-Z2-7]{4})</span>");
  private static final Pattern OFFER = Pattern.compile("name=\"offer\" value=\"([^\"]+)\"");
  private static final Pattern CODES = Pattern.compile("<code>([A-Z0-9]{5}-[A-Z0-9]{5})</code>");
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final TestProgram program;
  private final TestTown town;

  SecondFactorTown(TestProgram program, TestTown town) {
    this.program = program;
    this.town = town;
  }

  /** The app after it has scanned what the page shows. */
  static Totp scanned(String page) {
    String letters =
        LETTERS.matcher(page).results().map(found -> found.group(1)).collect(Collectors.joining());
    var secret = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (char letter : letters.toCharArray()) {
      held = (held << 5 | BASE32.indexOf(letter)) & 0xfff;
      bits += 5;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        secret.write(held >> bits);
      }
    }
    return new Totp(secret.toByteArray());
  }

  static String offer(String page) {
    var found = OFFER.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  static List<String> codes(String page) {
    return CODES.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
  }

  /** Somebody has a second factor; the code of the step before the last is used up with it. */
  Totp given(TestTown.Worker worker) {
    Totp totp = Totp.fresh();
    town.run(tx ->
        assertThat(
                program
                    .bean(SecondFactors.class)
                    .begin(tx, worker.account(), totp, Totp.stepOf(tx.now()) - 2))
            .isPresent());
    return totp;
  }

  /** The code that the app shows so many steps from now. */
  String code(Totp totp, int steps) {
    return totp.code(Totp.stepOf(program.clock().instant()) + steps);
  }

  /** Shows the password and stands before the question for the code. */
  Visitor half(TestTown.Worker worker, String address) {
    Visitor visitor = program.visitor(address);
    assertThat(visitor.signIn(worker.login(), TestTown.PASSWORD).is(200).path())
        .isEqualTo(SignInCodeController.URL);
    return visitor;
  }

  static Visitor.Reply type(Visitor visitor, String code) {
    return visitor.post(SignInCodeController.URL, "typed", code);
  }
}
