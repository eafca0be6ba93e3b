package jp.tsunagi.work.handover;

import static jp.tsunagi.record.print.PrintWords.language;
import static jp.tsunagi.record.print.PrintWords.w;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.record.ground.Consent;
import jp.tsunagi.record.print.ChildFacts;
import jp.tsunagi.record.print.Paper;
import jp.tsunagi.record.print.RecordPart;

/**
 * The 支援シート as it lies on the table: strengths first, what is to be guarded most on a sheet of its
 * own, who received it at the end. Pure.
 */
final class SupportSheetPaper {
  /** 別紙: what only those need who act on it. */
  private static final Set<Category> APART =
      EnumSet.of(
          Category.HEALTH,
          Category.FAMILY,
          Category.ASSESSMENT,
          Category.CONSULTATION,
          Category.PROVISION,
          Category.LOCATION);

  /** What the child likes and can, then what helped, then what is planned. */
  private static final List<Category> FIRST =
      List.of(Category.IDENTITY, Category.PROFILE, Category.SUPPORT, Category.PLAN);

  /** Sheets written for the handover come before those written for something else. */
  private static final List<String> FORMS = List.of("handover-sheet", "profile");

  private static final Comparator<RecordPart> ORDER =
      Comparator.comparing(SupportSheetPaper::apart)
          .thenComparingInt(part -> place(FIRST.indexOf(part.category())))
          .thenComparingInt(part -> place(FORMS.indexOf(part.form().key())))
          .thenComparing(Comparator.comparingInt(RecordPart::fiscalYear).reversed())
          .thenComparing(part -> part.sheet().value())
          .thenComparingInt(part -> part.form().sections().indexOf(part.section()));

  private SupportSheetPaper() {}

  /** Who gets it, for what, from whom. */
  /** What the family tells the register, not whoever receives: 上の内容で、ちがうところ. */
  private static final Set<String> INSIDE = Set.of("identity-differs");

  record Address(String number, LocalDate on, String receiver, String sender, String purpose) {}

  static boolean apart(RecordPart part) {
    return APART.contains(part.category());
  }

  /** In the order of the paper. */
  static List<RecordPart> ordered(List<RecordPart> parts) {
    return parts.stream().sorted(ORDER).toList();
  }

  private static int place(int index) {
    return index < 0 ? Integer.MAX_VALUE : index;
  }

  private static List<Paper.Block> blocks(RecordPart part, ChildFacts child) {
    return part.without(INSIDE).blocks(child, Map.of(), false);
  }

  /** Whether there is anything to read in a part. */
  static boolean says(RecordPart part, ChildFacts child) {
    return !blocks(part, child).isEmpty();
  }

  static Paper paper(Address address, Consent consent, List<RecordPart> parts, ChildFacts child) {
    String title = w("handover.sheet.paper");
    String given = DateWords.plain(consent.givenOn()).in(language());
    var letter =
        new Paper.Letter(
            w("print.number", address.number()),
            DateWords.plain(address.on()).in(language()),
            w("handover.sheet.to", address.receiver()),
            address.sender(),
            Optional.empty());
    return new Paper(
        title,
        List.of(w("handover.sheet.for", address.purpose()), w("handover.sheet.ground", given)),
        Optional.of(letter),
        child.head(FiscalYear.of(address.on())),
        blocks(parts, child),
        w("print.running", child.written(), title));
  }

  private static List<Paper.Block> blocks(List<RecordPart> parts, ChildFacts child) {
    List<Paper.Block> blocks = new ArrayList<>();
    boolean apart = false;
    for (RecordPart part : ordered(parts)) {
      if (apart(part) && !apart) {
        apart = true;
        blocks.add(receipt());
        blocks.add(
            new Paper.Heading(
                w("handover.sheet.apart"), Optional.of(w("handover.sheet.apart.note")), true));
      }
      blocks.add(new Paper.Heading(title(part), Optional.of(source(part)), false));
      blocks.addAll(blocks(part, child));
    }
    if (!apart) {
      blocks.add(receipt());
    }
    return blocks;
  }

  static String title(RecordPart part) {
    return part.section().title().in(language());
  }

  /** Which sheet it comes from, who wrote it, when. */
  static String source(RecordPart part) {
    return w(
        "handover.sheet.source",
        part.yearly(),
        part.authorName(),
        DateWords.plain(part.onDate()).in(language()));
  }

  private static Paper.Block receipt() {
    return new Paper.Signatures(
        List.of(
            Paper.SignatureBox.open(
                w("handover.sheet.receipt"),
                Optional.of(w("handover.sheet.receipt.hint")),
                List.of(),
                w("print.sign.post"))));
  }
}
