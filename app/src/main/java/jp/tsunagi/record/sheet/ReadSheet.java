package jp.tsunagi.record.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.record.approval.Manner;
import jp.tsunagi.record.file.Files.Attached;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.item.ItemState;

/**
 * A sheet as its reader may see it: what may not be seen is not here.
 *
 * @param parts in the order of the form, one per section
 * @param steps everything that happened to it, oldest first
 */
public record ReadSheet(Sheet sheet, FormDefinition form, List<Part> parts, List<Passed> steps) {
  public ReadSheet {
    parts = List.copyOf(parts);
    steps = List.copyOf(steps);
  }

  /** The last step of its way; what is noted beside it is none. */
  public Optional<Passed> last() {
    return steps.stream().filter(step -> !step.move().beside()).reduce((_, later) -> later);
  }

  /** The part of a section, if it may be read. */
  public Optional<Part> part(String section) {
    return parts.stream().filter(part -> part.section().key().equals(section)).findFirst();
  }

  /**
   * A part.
   *
   * @param facts of the child by field key: frozen when final, today's otherwise; none for writing
   * @param giver whose words: ORGANISATION, GUARDIAN, PERSON with the id
   * @param typist staff member who typed it last
   * @param version for {@link Draft#since()}
   * @param files that it holds
   * @param sources who gave each answer, by field, as far as it is known
   * @param left answers without a place in the version of the form that it is on now
   */
  public record Part(
      Section section,
      ItemId item,
      int revision,
      ItemState state,
      Answers answers,
      Map<String, String> facts,
      String giverKind,
      UUID giver,
      Optional<UUID> typist,
      Optional<LocalDate> receivedOn,
      Instant changedAt,
      LocalDate onDate,
      boolean own,
      int version,
      List<Attached> files,
      Map<String, Source> sources,
      List<Left> left) {
    Part with(List<Attached> held, Map<String, Source> givers) {
      return new Part(
          section,
          item,
          revision,
          state,
          answers,
          facts,
          giverKind,
          giver,
          typist,
          receivedOn,
          changedAt,
          onDate,
          own,
          version,
          List.copyOf(held),
          Map.copyOf(givers),
          left);
    }

    /** The same part as it was when it said this. */
    Part saying(Answers other) {
      return new Part(
          section,
          item,
          revision,
          state,
          other,
          facts,
          giverKind,
          giver,
          typist,
          receivedOn,
          changedAt,
          onDate,
          own,
          version,
          files,
          sources,
          left);
    }

    /** Who wrote in it last. */
    Source source() {
      return new Source(giverKind, giver, typist, receivedOn, changedAt);
    }
  }

  /** Answers without a place, with the version of the form that asked for them. */
  public record Left(FormDefinition form, Answers answers) {}

  /**
   * Whose words, typed by whom, when (A4).
   *
   * @param kind ORGANISATION, GUARDIAN or PERSON, with the id in {@code by}
   */
  public record Source(
      String kind, UUID by, Optional<UUID> typist, Optional<LocalDate> receivedOn, Instant at) {}

  /**
   * A step on the sheet's way.
   *
   * @param paperPlace where the paper of the answer is kept
   * @param scans of it, as far as they may be read
   * @param post that decided, of a decision
   * @param manner how that post decided
   */
  public record Passed(
      int revision,
      SheetMove move,
      Instant at,
      String actorKind,
      Optional<UUID> actor,
      Optional<Confirmation.Means> means,
      Optional<LocalDate> on,
      Optional<UUID> guardian,
      Optional<String> note,
      Optional<String> paperPlace,
      List<Attached> scans,
      Optional<String> post,
      Optional<Manner> manner) {}
}
