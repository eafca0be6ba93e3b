package jp.tsunagi.people.staff;

/**
 * How often a password is hashed (PBKDF2 with HMAC-SHA256) before it is kept or compared. A hash
 * holds for the rounds with which it was made.
 */
public record PasswordRounds(int value) {
  /** What OWASP's password storage guide asks for; about a third of a second on one processor. */
  static final PasswordRounds USUAL = new PasswordRounds(600_000);
}
