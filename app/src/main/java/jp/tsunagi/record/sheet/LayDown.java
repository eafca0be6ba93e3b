package jp.tsunagi.record.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.CanonicalJson;
import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.record.sheet.PartSql.Part;
import org.springframework.stereotype.Component;

/**
 * What a move does to the parts: their items change state and say their gist; final parts get the
 * facts as shown that day and a hash, and earlier ones give way.
 */
@Component
final class LayDown {
  private final Items items;
  private final FormVersions forms;

  LayDown(Items items, FormVersions forms) {
    this.items = items;
    this.forms = forms;
  }

  /** Carries the move out; answers the revision the sheet stands in afterwards. */
  int go(Tx tx, Sheet sheet, FormDefinition form, SheetMove move, SheetState to) {
    if (move.beside()) {
      return sheet.revision();
    }
    return tx.as(
        new Actor.Job(tx.tenant(), "sheet"),
        () -> {
          switch (move) {
            case CORRECTION_STARTED, AMENDMENT_STARTED -> {
              return SheetSql.lastRevision(tx, sheet) + 1;
            }
            case DISCARDED -> put(tx, sheet, form, ItemState.WITHDRAWN);
            case REVISION_DROPPED -> {
              put(tx, sheet, form, ItemState.WITHDRAWN);
              return lastFinal(tx, sheet);
            }
            case RESTORED -> {
              Sheet back = sheet.in(SheetSql.lastRevision(tx, sheet));
              put(tx, back, form, ItemState.DRAFT);
              return back.revision();
            }
            default -> put(tx, sheet, form, itemState(to));
          }
          return sheet.revision();
        });
  }

  private static ItemState itemState(SheetState state) {
    return switch (state) {
      case DRAFT -> ItemState.DRAFT;
      case IN_APPROVAL -> ItemState.IN_APPROVAL;
      case WITH_GUARDIAN -> ItemState.WITH_GUARDIAN;
      case FINAL -> ItemState.FINAL;
      case DISCARDED -> ItemState.WITHDRAWN;
    };
  }

  private static int lastFinal(Tx tx, Sheet sheet) {
    return PartSql.all(tx, sheet).stream()
        .filter(part -> part.state() == ItemState.FINAL)
        .mapToInt(Part::revision)
        .max()
        .orElse(1);
  }

  private void put(Tx tx, Sheet sheet, FormDefinition form, ItemState state) {
    List<Part> parts =
        PartSql.all(tx, sheet).stream()
            .filter(part -> part.revision() == sheet.revision())
            .toList();
    for (Part part : parts) {
      Section section =
          forms.of(tx, sheet.form(), part.form(sheet)).section(part.section()).orElseThrow();
      String gist = Gist.of(section, part.answers());
      items.move(tx, part.item(), state, day(tx, sheet, form), gist);
      if (state == ItemState.FINAL) {
        seal(tx, sheet, section, part);
      }
    }
  }

  /** A yearly sheet finished after its year still belongs to that year. */
  private static LocalDate day(Tx tx, Sheet sheet, FormDefinition form) {
    FiscalYear year = new FiscalYear(sheet.fiscalYear());
    LocalDate last = year.end().minusDays(1);
    if (form.cycle() == Cycle.ONCE || year.contains(tx.today())) {
      return tx.today();
    }
    return tx.today().isAfter(last) ? last : year.start();
  }

  private void seal(Tx tx, Sheet sheet, Section section, Part part) {
    Answers answers = part.answers().withoutEmptyRows();
    Map<String, String> facts = ChildFacts.of(tx, sheet, section);
    PartSql.seal(
        tx, sheet, part, answers, CanonicalJson.of(facts), hash(tx, sheet, part, answers, facts));
    ItemState before =
        SheetSql.hasStep(tx, sheet, sheet.revision(), SheetMove.CORRECTION_STARTED)
            ? ItemState.CORRECTED
            : ItemState.SUPERSEDED;
    String key = sheet.form() + "/" + section.key();
    items.giveWay(tx, sheet.id(), key, sheet.revision(), before);
  }

  /** Final parts once more, with the facts of the child that the sheet is about now. */
  void anew(Tx tx, Sheet sheet) {
    for (Part part : PartSql.all(tx, sheet)) {
      boolean sealed =
          part.state() == ItemState.FINAL
              || part.state() == ItemState.SUPERSEDED
              || part.state() == ItemState.CORRECTED;
      if (sealed) {
        Section section =
            forms.of(tx, sheet.form(), part.form(sheet)).section(part.section()).orElseThrow();
        Map<String, String> facts = ChildFacts.of(tx, sheet, section);
        PartSql.seal(
            tx,
            sheet.in(part.revision()),
            part,
            part.answers(),
            CanonicalJson.of(facts),
            hash(tx, sheet, part, part.answers(), facts));
      }
    }
  }

  /** What was final is being written again. */
  void open(Tx tx, Sheet sheet) {
    for (Part part : PartSql.all(tx, sheet)) {
      items.move(tx, part.item(), ItemState.DRAFT, tx.today(), gist(tx, sheet, part));
      PartSql.unseal(tx, sheet.in(part.revision()), part);
    }
  }

  private String gist(Tx tx, Sheet sheet, Part part) {
    return forms
        .of(tx, sheet.form(), part.form(sheet))
        .section(part.section())
        .map(section -> Gist.of(section, part.answers()))
        .orElse(Gist.NOTHING);
  }

  private static byte[] hash(
      Tx tx, Sheet sheet, Part part, Answers answers, Map<String, String> facts) {
    Map<String, Object> whole = new TreeMap<>();
    whole.put("sheet", sheet.id().toString());
    whole.put("child", sheet.child().toString());
    whole.put("form", sheet.form());
    whole.put("version", part.form(sheet));
    whole.put("year", sheet.fiscalYear());
    if (!sheet.term().isNone()) {
      whole.put("term", sheet.term().number());
    }
    whole.put("organisation", sheet.organisation().map(Object::toString).orElse(""));
    whole.put("revision", part.revision());
    whole.put("section", part.section());
    whole.put("answers", answers.json());
    whole.put("facts", facts);
    List<String> left = left(tx, sheet, part);
    if (!left.isEmpty()) {
      whole.put("left", left);
    }
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(CanonicalJson.of(whole).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What lifts left over of the part belongs to what it says. */
  private static List<String> left(Tx tx, Sheet sheet, Part part) {
    return LiftSql.of(tx, sheet.id()).stream()
        .filter(each -> each.revision() == part.revision() && each.section().equals(part.section()))
        .map(each -> each.answers().json())
        .toList();
  }
}
