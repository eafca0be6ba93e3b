package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.FORM_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormFile;
import jp.tsunagi.record.form.FormFileRefused;
import jp.tsunagi.record.form.Occasion;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** 原案 → 担当者会議 → 説明・同意 → 交付, and a family that agrees in part or does not answer. */
class OccasionTest {
  private final SheetTown town = new SheetTown();
  private final LocalDate today = town.town.call(Tx::today);

  OccasionTest() throws IOException, FormFileRefused {
    String file = "/forms/support-school.yaml";
    try (var stream = Objects.requireNonNull(OccasionTest.class.getResourceAsStream(file))) {
      FormDefinition form =
          FormFile.read(
              file,
              new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                  .replaceFirst("version: \\d+", "version: 9")
                  .replaceFirst(
                      "(?s)route:.*?sections:",
                      "route: [DRAFT, {NOTED: MEETING}, WITH_GUARDIAN, {NOTED: EXPLAINED},"
                          + " {NOTED: DELIVERED}, FINAL]\nsections:"));
      town.town.run(tx ->
          tx.sql()
              .insertInto(FORM_VERSION)
              .set(FORM_VERSION.TENANT_ID, tx.tenant())
              .set(FORM_VERSION.FORM_KEY, form.key())
              .set(FORM_VERSION.VERSION, form.version())
              .set(FORM_VERSION.HASH, form.hash())
              .set(FORM_VERSION.VALID_FROM_YEAR, form.years().from())
              .set(FORM_VERSION.DEFINITION, JSONB.valueOf(form.canonicalJson()))
              .set(FORM_VERSION.PUBLISHED_AT, tx.now().atOffset(ZoneOffset.UTC))
              .execute());
    }
  }

  private SheetId written() {
    return town.as(
        town.teacher,
        tx -> {
          SheetId id = town.sheets.start(tx, town.schoolSheet()).orThrow();
          SheetTown.completeSchool().forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          return id;
        });
  }

  private SheetOutcome note(SheetId id, Occasion occasion, LocalDate on) {
    return town.as(town.teacher, tx -> town.sheets.note(tx, id, occasion, on, "森田、緑川、母"));
  }

  private SheetOutcome send(SheetId id) {
    return town.as(town.teacher, tx -> town.sheets.send(tx, id));
  }

  private Confirmation paper() {
    return new Confirmation(town.mother, Confirmation.Means.PAPER, today, Optional.of("目標2は同意しない"));
  }

  private static SheetRefusal why(SheetOutcome outcome) {
    return switch (outcome) {
      case SheetOutcome.Refused(var why) -> why;
      case SheetOutcome.Done done -> throw new AssertionError("not refused: " + done);
    };
  }

  private SheetState state(SheetId id) {
    return town.town.call(tx -> SheetSql.find(tx, id).state());
  }

  @Test
  void whatMustTakePlaceFirstIsNotedFirst() {
    SheetId id = written();
    assertThat(why(send(id))).isInstanceOf(SheetRefusal.OccasionFirst.class);
    assertThat(why(note(id, Occasion.MEETING, today.plusDays(1))))
        .isEqualTo(SheetRefusal.Plain.DAY_AHEAD);
    assertThat(why(note(id, Occasion.DELIVERED, today)))
        .isEqualTo(new SheetRefusal.NotNow(SheetState.DRAFT));
    note(id, Occasion.MEETING, today.minusDays(3)).orThrow();
    send(id).orThrow();
    assertThat(why(town.as(town.teacher, tx -> town.sheets.confirm(tx, id, paper()))))
        .as("explained before it is agreed to")
        .isEqualTo(SheetRefusal.Plain.EXPLAIN_FIRST);
    note(id, Occasion.EXPLAINED, today).orThrow();
    town.as(town.teacher, tx -> town.sheets.confirm(tx, id, paper()).orThrow());
    assertThat(state(id)).isEqualTo(SheetState.FINAL);
    byte[] sealed = hash(id);
    note(id, Occasion.DELIVERED, today).orThrow();
    assertThat(state(id)).isEqualTo(SheetState.FINAL);
    assertThat(hash(id)).as("what is final stays as it is").isEqualTo(sealed);
  }

  private byte[] hash(SheetId id) {
    return town.town.call(tx ->
        tx.sql()
            .select(jp.tsunagi.schema.Tables.SHEET_PART.HASH)
            .from(jp.tsunagi.schema.Tables.SHEET_PART)
            .where(jp.tsunagi.schema.Tables.SHEET_PART.TENANT_ID.eq(tx.tenant()))
            .and(jp.tsunagi.schema.Tables.SHEET_PART.SHEET_ID.eq(id))
            .and(jp.tsunagi.schema.Tables.SHEET_PART.SECTION.eq("state"))
            .fetchSingle()
            .value1());
  }

  @Test
  void theFamilyAgreesInPartDoesNotAnswerAndAnswersLater() {
    SheetId id = written();
    note(id, Occasion.MEETING, today).orThrow();
    send(id).orThrow();
    Visitor teacher = town.program.visitor().signIn(town.teacher);
    String url = "/sheets/" + id;
    String[] answer = {"guardian", town.mother.toString(), "on", "R8.11.1", "means", "ORALLY"};
    teacher.post(url + "/confirmation", with(answer, "reply", "partly")).is(422);
    assertThat(
            teacher
                .post(url + "/confirmation", with(answer, "reply", "partly", "note", "目標2だけ"))
                .is(200)
                .body())
        .contains("一部同意しない", "目標2だけ");
    assertThat(state(id)).isEqualTo(SheetState.WITH_GUARDIAN);
    assertThat(teacher.get(url).body()).doesNotContain("機関の中だけで使う");
    String[] none = {"guardian", town.mother.toString(), "on", "R8.11.2", "reply", "none"};
    assertThat(teacher.post(url + "/confirmation", none).is(200).body())
        .contains("保護者からの返答なし", "返答がないまま、機関の中だけで使う");
    assertThat(teacher.post(url + "/inside-use").is(200).body())
        .contains("返答がないまま、機関の中だけで使うことにしました");
    teacher
        .post(
            url + "/occasions", "occasion", "EXPLAINED", "on.EXPLAINED", "", "people.EXPLAINED", "")
        .is(422);
    teacher
        .post(
            url + "/occasions",
            "occasion",
            "EXPLAINED",
            "on.EXPLAINED",
            "R8.11.1",
            "people.EXPLAINED",
            "母に森田が")
        .is(200);
    teacher.post(url + "/confirmation", with(answer, "reply", "confirm")).is(200);
    assertThat(state(id)).isEqualTo(SheetState.FINAL);
    ReadSheet family = town.asMother(tx -> town.program.bean(SheetReading.class).inUse(tx, id));
    assertThat(family.steps())
        .extracting(ReadSheet.Passed::move)
        .contains(SheetMove.EXPLAINED, SheetMove.PARTLY_AGREED)
        .doesNotContain(SheetMove.MEETING_HELD, SheetMove.NOT_ANSWERED, SheetMove.USED_INSIDE);
  }

  private static String[] with(String[] all, String... more) {
    String[] both = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, both, all.length, more.length);
    return both;
  }
}
