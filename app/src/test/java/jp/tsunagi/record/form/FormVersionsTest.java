package jp.tsunagi.record.form;

import static jp.tsunagi.schema.Tables.FORM_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** Forms of a municipality (F5). */
class FormVersionsTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final FormVersions versions = program.bean(FormVersions.class);

  private int rows() {
    return town.call(
        tx -> tx.sql().fetchCount(FORM_VERSION, FORM_VERSION.TENANT_ID.eq(tx.tenant())));
  }

  @Test
  void shippedFormsComeInOnce() {
    FormDefinition read = town.call(tx -> versions.validIn(tx, "profile", 2026)).orElseThrow();
    assertThat(read).isEqualTo(ShippedForms.of("profile"));
    int all = rows();
    assertThat(all).isEqualTo(ShippedForms.KEYS.size());
    town.run(versions::publishShipped);
    assertThat(rows()).isEqualTo(all);
  }

  @Test
  void aFormIsNotValidBeforeItsYears() {
    Optional<FormDefinition> early = town.call(tx -> versions.validIn(tx, "profile", 1999));
    assertThat(early).isEmpty();
  }

  @Test
  void aPublishedVersionIsNeverOverwrittenAndTamperingIsNoticed() {
    town.run(versions::publishShipped);
    town.run(tx ->
        tx.sql()
            .update(FORM_VERSION)
            .set(
                FORM_VERSION.DEFINITION,
                JSONB.valueOf(ShippedForms.of("withdrawal").canonicalJson()))
            .where(FORM_VERSION.TENANT_ID.eq(tx.tenant()))
            .and(FORM_VERSION.FORM_KEY.eq("consent-use"))
            .execute());
    town.run(versions::publishShipped);
    assertThatThrownBy(() -> town.run(tx -> versions.of(tx, "consent-use", 1)))
        .isInstanceOf(IllegalStateException.class);
  }
}
