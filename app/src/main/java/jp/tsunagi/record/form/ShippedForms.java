package jp.tsunagi.record.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The forms that come with the program. A municipality's own form is a full copy under its own key.
 */
public final class ShippedForms {
  /** Their keys, in the order in which a family meets them. */
  public static final List<String> KEYS =
      List.of(
          "consent-use",
          "profile",
          "support-programme",
          "consent-handover",
          "handover-sheet",
          "support-nursery",
          "support-school",
          "education-support-plan",
          "teaching-plan",
          "own-meeting",
          "transition-plan",
          "medical-care",
          "service-plan",
          "self-support-plan",
          "behaviour-plan",
          "use-plan",
          "monitoring-report",
          "withdrawal");

  private ShippedForms() {}

  public static List<FormDefinition> all() {
    return Read.ALL;
  }

  /** Read when first asked for, once: they do not change while the program runs. */
  private static final class Read {
    static final List<FormDefinition> ALL = KEYS.stream().map(ShippedForms::of).toList();
  }

  static FormDefinition of(String key) {
    var file = "forms/" + key + ".yaml";
    try (var stream = ShippedForms.class.getClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("the program comes without " + file);
      }
      return FormFile.read(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormFileRefused e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
