package jp.tsunagi.run.operations;

import static jp.tsunagi.base.ui.Text.in;

import java.util.List;
import java.util.Locale;
import jp.tsunagi.base.database.InstallationRefused;
import jp.tsunagi.postgres.PostgresFailure;
import org.jspecify.annotations.Nullable;

/** 起動できない: why the program cannot run, in words for whoever started it, and what to do. */
final class StartRefused extends RuntimeException {
  private final String key;
  private final @Nullable Object[] arguments;

  /**
   * @param key of the message, behind {@code operations.refused.}
   */
  StartRefused(String key, @Nullable Object... arguments) {
    super(key);
    this.key = "operations.refused." + key;
    this.arguments = arguments.clone();
  }

  static StartRefused of(PostgresFailure failure) {
    return new StartRefused("postgres", failure.getMessage());
  }

  static StartRefused of(InstallationRefused refused) {
    return new StartRefused("database." + refused.reason(), refused.address(), refused.detail());
  }

  /** The words of a refusal that came from elsewhere. */
  static List<String> words(String key, @Nullable Object... arguments) {
    return new StartRefused(key, arguments).words();
  }

  /** Japanese first, English below. */
  List<String> words() {
    return List.of(in(Locale.JAPANESE, key, arguments), in(Locale.ENGLISH, key, arguments));
  }
}
