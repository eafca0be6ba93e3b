package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.language;
import static jp.tsunagi.record.print.PrintWords.w;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.QrImage;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Placeholder;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.ground.Consent;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentRequest;
import jp.tsunagi.record.ground.ConsentWords;
import jp.tsunagi.record.ground.Reference;
import org.springframework.stereotype.Component;

/**
 * 同意書・撤回書 on paper, filled in as far as it is known: child, scope, receivers, period; the QR leads
 * the signed paper back to what was prepared and says nothing else (A3).
 */
@Component
class ConsentForm {
  private final FormVersions forms;
  private final ConsentWords words;

  ConsentForm(FormVersions forms, ConsentWords words) {
    this.forms = forms;
    this.words = words;
  }

  /** The form to sign for a consent that was prepared. */
  Paper toSign(Tx tx, ConsentRequest request) {
    String form = request.kind() == ConsentKind.USE ? "consent-use" : "consent-handover";
    String until =
        request
            .until()
            .map(to -> w("print.consent.until", DateWords.plain(to.minusDays(1)).in(language())))
            .orElseGet(() -> w("print.consent.open"));
    var fillings =
        fillings(
            tx,
            request.child(),
            request.giving(),
            request.receiving(),
            request.place(),
            scope(request));
    fillings.put(Placeholder.PERIOD, until);
    return paper(
        tx,
        request.child(),
        definition(tx, form),
        fillings,
        w("print.consent.reference", Reference.shown(request.reference())),
        Optional.of(QrImage.of(request.reference())));
  }

  /** The form to take a consent back; the family writes the day itself. */
  Paper toWithdraw(Tx tx, Consent consent) {
    var fillings =
        fillings(
            tx,
            consent.child(),
            consent.giving(),
            consent.receiving(),
            consent.place(),
            ConsentWords.scope(consent.scope(), consent.withHistory()));
    String given = DateWords.plain(consent.givenOn()).in(language());
    return paper(
        tx,
        consent.child(),
        definition(tx, "withdrawal"),
        fillings,
        w("print.consent.given", ConsentWords.kind(consent.kind()), given),
        Optional.empty());
  }

  /** 前の版 stands in words of its own, so that a family can refuse just this with a stroke. */
  private static String scope(ConsentRequest request) {
    String scope = ConsentWords.scope(request.scope(), request.withHistory());
    return request.withHistory() ? w("print.consent.history", scope) : scope;
  }

  private FormDefinition definition(Tx tx, String form) {
    return forms.validIn(tx, form, FiscalYear.of(tx.today()).year()).orElseThrow();
  }

  private Map<Placeholder, String> fillings(
      Tx tx,
      ChildId child,
      Optional<Set<OrganisationId>> giving,
      Set<OrganisationId> receiving,
      Optional<String> place,
      String scope) {
    var names = words.names(tx, child);
    Map<Placeholder, String> fillings = new EnumMap<>(Placeholder.class);
    fillings.put(Placeholder.CHILD, ChildFacts.of(tx, child).withSan());
    fillings.put(Placeholder.MUNICIPALITY, Municipality.name(tx));
    fillings.put(Placeholder.SCOPE, scope);
    fillings.put(Placeholder.GIVERS, names.givers(giving));
    fillings.put(Placeholder.RECEIVERS, names.receivers(receiving, place));
    return fillings;
  }

  private static Paper paper(
      Tx tx,
      ChildId child,
      FormDefinition form,
      Map<Placeholder, String> fillings,
      String number,
      Optional<QrImage> code) {
    ChildFacts facts = ChildFacts.of(tx, child);
    LocalDate today = tx.today();
    var letter =
        new Paper.Letter(
            number,
            w("print.consent.printed", DateWords.plain(today).in(language())),
            w("print.consent.to", Municipality.name(tx)),
            Printing.seat(tx, child).organisationName(),
            code);
    String title = form.title().in(language());
    return new Paper(
        title,
        List.of(),
        Optional.of(letter),
        facts.head(FiscalYear.of(today)),
        blocks(form, facts, fillings),
        w("print.running", facts.written(), title),
        true);
  }

  private static List<Paper.Block> blocks(
      FormDefinition form, ChildFacts facts, Map<Placeholder, String> fillings) {
    var sources =
        new SectionLayout.Sources(fact -> facts.within(fact.attribute()), fillings, Map.of(), true);
    List<Paper.Block> blocks = new ArrayList<>();
    for (Section section : form.sections()) {
      if (!section.equals(form.sections().getFirst())) {
        blocks.add(new Paper.Heading(section.title().in(language()), Optional.empty(), false));
      }
      blocks.addAll(SectionLayout.blocks(section, Answers.NONE, sources));
    }
    return blocks;
  }
}
