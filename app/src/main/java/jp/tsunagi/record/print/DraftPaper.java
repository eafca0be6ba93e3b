package jp.tsunagi.record.print;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.sheet.DraftPreview;
import org.springframework.stereotype.Component;

/**
 * A draft as it would be printed, laid out by what prints it: for the pane of the writing screen.
 */
@Component
final class DraftPaper implements DraftPreview {
  private static final String BODY = "record/print/PaperBody.jte";

  private final RecordParts parts;
  private final TemplateEngine templates;

  DraftPaper(RecordParts parts, TemplateEngine templates) {
    this.parts = parts;
    this.templates = templates;
  }

  @Override
  public Optional<Content> of(Tx tx, SheetId sheet) {
    List<RecordPart> readable = parts.ofSheet(tx, sheet);
    if (readable.isEmpty()) {
      return Optional.empty();
    }
    ChildFacts facts = ChildFacts.of(tx, RecordParts.child(tx, sheet));
    Paper paper = new SheetPaper(readable, facts).paper();
    return Optional.of(output -> templates.render(BODY, paper, output));
  }
}
