package jp.tsunagi.record.sheet;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Text;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.record.item.NewItem;
import org.springframework.stereotype.Component;

/**
 * The scan of a paper on which a guardian answered: a record of the organisation that asked, read
 * as the most guarded part of the sheet is, for the paper holds all of it.
 */
@Component
final class SignedPaper {
  private static final Set<Category> GUARDED = EnumSet.of(Category.CONSULTATION, Category.HEALTH);

  private final Items items;
  private final Files files;

  SignedPaper(Items items, Files files) {
    this.items = items;
    this.files = files;
  }

  /** The item that holds the scans; none when there is no scan. */
  Optional<ItemId> keep(Tx tx, Sheet sheet, FormDefinition form, Confirmation answer) {
    if (answer.scans().isEmpty() || sheet.organisation().isEmpty()) {
      return Optional.empty();
    }
    ItemId item =
        items.add(
            tx,
            new NewItem(
                sheet.child(),
                ItemKind.ATTACHMENT,
                category(form),
                new Author.Organisation(sheet.organisation().get()),
                Optional.empty(),
                Optional.empty(),
                1,
                ItemState.FINAL,
                form.sections().stream().allMatch(Section::guardianReads),
                answer.on(),
                Text.in(Locale.JAPANESE, "sheet.noting.gist", form.title().japanese())));
    answer.scans().forEach(scan -> files.add(tx, sheet.child(), item, scan));
    return Optional.of(item);
  }

  private static Category category(FormDefinition form) {
    return form.sections().stream()
        .map(Section::category)
        .filter(GUARDED::contains)
        .min(java.util.Comparator.comparing(category -> category != Category.CONSULTATION))
        .orElse(form.sections().getFirst().category());
  }
}
