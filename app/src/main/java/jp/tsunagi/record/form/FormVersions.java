package jp.tsunagi.record.form;

import static jp.tsunagi.schema.Tables.FORM_VERSION;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/**
 * The forms a municipality has published: the database is the truth. Shipped forms come in by their
 * hash when they are first asked for; a version that is there is never overwritten (F5).
 */
@Component
public final class FormVersions {
  private static final List<FormDefinition> SHIPPED = ShippedForms.all();

  // definitions only, which never change and say nothing about anybody
  private final Map<Key, FormDefinition> known = new ConcurrentHashMap<>();

  private record Key(TenantId tenant, String form, int version) {}

  /** A version as it is listed: enough to find the one that is valid in a year. */
  private record Listed(String form, int version, FiscalYears years) {}

  /** The definition a sheet was written on; it must have been published. */
  public FormDefinition of(Tx tx, String form, int version) {
    FormDefinition there = known.get(new Key(tx.tenant(), form, version));
    return there != null ? there : read(tx, form, version);
  }

  /** The highest version of a form in which a sheet of that fiscal year may start. */
  public Optional<FormDefinition> validIn(Tx tx, String form, int fiscalYear) {
    return newest(listed(tx), form, fiscalYear).map(each -> of(tx, form, each.version()));
  }

  private static Optional<Listed> newest(List<Listed> all, String form, int fiscalYear) {
    return all.stream()
        .filter(each -> each.form().equals(form) && each.years().contains(fiscalYear))
        .max(Comparator.comparingInt(Listed::version));
  }

  /** The version to which a draft of that fiscal year can be lifted; none when it is the newest. */
  public Optional<FormDefinition> later(Tx tx, String form, int version, int fiscalYear) {
    return validIn(tx, form, fiscalYear).filter(newest -> newest.version() > version);
  }

  /** The valid version of every form of the municipality, in the order of their keys. */
  public List<FormDefinition> allValidIn(Tx tx, int fiscalYear) {
    List<Listed> all = listed(tx);
    return all.stream()
        .map(Listed::form)
        .distinct()
        .sorted()
        .flatMap(form -> newest(all, form, fiscalYear).stream())
        .map(each -> of(tx, each.form(), each.version()))
        .toList();
  }

  /** Publishes what the program brings and the municipality does not have yet. */
  public void publishShipped(Tx tx) {
    List<Listed> there = list(tx);
    for (FormDefinition form : SHIPPED) {
      if (there.stream().noneMatch(each -> same(each, form))) {
        publish(tx, form);
      }
    }
  }

  private static boolean same(Listed listed, FormDefinition form) {
    return listed.form().equals(form.key()) && listed.version() == form.version();
  }

  private List<Listed> listed(Tx tx) {
    List<Listed> there = list(tx);
    boolean complete =
        SHIPPED.stream().allMatch(form -> there.stream().anyMatch(each -> same(each, form)));
    if (complete) {
      return there;
    }
    return tx.besides(() -> {
      publishShipped(tx);
      return list(tx);
    });
  }

  private static List<Listed> list(Tx tx) {
    return tx.sql()
        .select(FORM_VERSION.FORM_KEY, FORM_VERSION.VERSION)
        .select(FORM_VERSION.VALID_FROM_YEAR, FORM_VERSION.VALID_TO_YEAR)
        .from(FORM_VERSION)
        .where(FORM_VERSION.TENANT_ID.eq(tx.tenant()))
        .fetch(row ->
            new Listed(
                row.get(FORM_VERSION.FORM_KEY),
                row.get(FORM_VERSION.VERSION),
                new FiscalYears(
                    row.get(FORM_VERSION.VALID_FROM_YEAR), row.get(FORM_VERSION.VALID_TO_YEAR))));
  }

  private static void publish(Tx tx, FormDefinition form) {
    tx.sql()
        .insertInto(FORM_VERSION)
        .set(FORM_VERSION.TENANT_ID, tx.tenant())
        .set(FORM_VERSION.FORM_KEY, form.key())
        .set(FORM_VERSION.VERSION, form.version())
        .set(FORM_VERSION.HASH, form.hash())
        .set(FORM_VERSION.VALID_FROM_YEAR, form.years().from())
        .set(FORM_VERSION.VALID_TO_YEAR, form.years().to())
        .set(FORM_VERSION.DEFINITION, JSONB.valueOf(form.canonicalJson()))
        .set(FORM_VERSION.PUBLISHED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  private FormDefinition read(Tx tx, String form, int version) {
    var row =
        tx.sql()
            .selectFrom(FORM_VERSION)
            .where(FORM_VERSION.TENANT_ID.eq(tx.tenant()))
            .and(FORM_VERSION.FORM_KEY.eq(form))
            .and(FORM_VERSION.VERSION.eq(version))
            .fetchSingle();
    FormDefinition definition = parse(form, row.getDefinition().data());
    if (!definition.hash().equals(row.getHash())) {
      throw new IllegalStateException("form " + form + " " + version + " was tampered with");
    }
    // only what is surely committed may be remembered: a form published in this very transaction
    // may still be rolled back
    if (!row.getPublishedAt().toInstant().equals(tx.now())) {
      known.put(new Key(tx.tenant(), form, version), definition);
    }
    return definition;
  }

  private static FormDefinition parse(String form, String json) {
    try {
      return FormFile.read(form, json);
    } catch (FormFileRefused e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
