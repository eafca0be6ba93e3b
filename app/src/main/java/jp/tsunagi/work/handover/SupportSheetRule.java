package jp.tsunagi.work.handover;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.record.ground.Consent;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.print.RecordPart;

/**
 * What may go out of the house on paper: exactly what a consent to hand over covers, for exactly
 * the receiver it names (A10, docs/adr/0006). Pure; asked when the screen is shown, when it is
 * previewed and once more when it is printed.
 */
final class SupportSheetRule {
  private SupportSheetRule() {}

  /** Whether the organisation may hand something out on this consent today. */
  static boolean opens(Consent consent, OrganisationId issuer, LocalDate today) {
    return consent.kind() != ConsentKind.USE
        && consent.state(today) == Consent.State.IN_FORCE
        && consent.giving().map(giving -> giving.contains(issuer)).orElse(true);
  }

  /**
   * Whether the consent names this receiver: by the register, or a place outside it by the name the
   * family read, whole; width and blanks do not tell two places apart.
   */
  static boolean names(Consent consent, Optional<OrganisationId> receiver, String place) {
    return receiver
        .map(registered -> consent.receiving().contains(registered))
        .orElseGet(() ->
            outside(consent)
                && consent.place().filter(it -> folded(it).equals(folded(place))).isPresent());
  }

  /** Whether the consent is for a place that is not in the register. */
  static boolean outside(Consent consent) {
    return consent.kind() == ConsentKind.HANDOVER && consent.receiving().isEmpty();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  /** Whether the consent covers a part: its category or section, and whose words it is. */
  static boolean covers(Consent consent, RecordPart part) {
    return consent.scope().stream().anyMatch(line -> covers(line, part)) && given(consent, part);
  }

  private static boolean covers(ScopeLine line, RecordPart part) {
    return line.category() == part.category()
        && line.section().map(section -> section.equals(part.code())).orElse(true)
        && line.sheet().map(sheet -> sheet.id().equals(part.sheet())).orElse(true);
  }

  private static boolean given(Consent consent, RecordPart part) {
    return consent
        .giving()
        .map(giving ->
            switch (part.author()) {
              case Author.Organisation(var organisation) -> giving.contains(organisation);
              case Author.Guardian(var guardian) -> consent.giver().equals(guardian);
            })
        .orElse(true);
  }

  /** Why the wish cannot be met, if it cannot. */
  static Optional<SupportSheetRefusal> refusal(
      SupportSheetWish wish,
      Optional<Consent> consent,
      OrganisationId issuer,
      List<RecordPart> offered,
      LocalDate today) {
    if (consent.filter(it -> opens(it, issuer, today)).isEmpty()) {
      return Optional.of(SupportSheetRefusal.CONSENT_ENDED);
    }
    if (!names(consent.get(), wish.receiver(), wish.place())) {
      return Optional.of(
          wish.receiver().isPresent()
              ? SupportSheetRefusal.CONSENT_ENDED
              : SupportSheetRefusal.PLACE_NOT_NAMED);
    }
    if (wish.purpose().isEmpty() || wish.purpose().length() > SupportSheetWish.LONGEST) {
      return Optional.of(SupportSheetRefusal.PURPOSE_MISSING);
    }
    if (wish.parts().isEmpty()) {
      return Optional.of(SupportSheetRefusal.NOTHING_CHOSEN);
    }
    long found =
        offered.stream().filter(part -> wish.parts().contains(part.item().toString())).count();
    return found == wish.parts().size()
        ? Optional.empty()
        : Optional.of(SupportSheetRefusal.PART_GONE);
  }
}
