package jp.tsunagi.view.portal;

import static jp.tsunagi.schema.Tables.FORM_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormFile;
import jp.tsunagi.record.form.FormFileRefused;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Section;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** A 個人票 goes on on a later version of its form, and nothing that was written is lost (F5). */
class PortalLiftTest {
  private final FamilyTown family = new FamilyTown();
  private final String child = "/portal/children/" + family.child;
  private final Visitor mother = family.program.visitor().signIn(family.account(family.mother));
  private String sheet = "";

  private static String found(String pattern, String page) {
    var found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  /** Begun on the version there is, with something in three sections. */
  private void begun() {
    String page = mother.get(child + "/consents/start").is(200).body();
    List<String> form = new ArrayList<>(List.of("answer", "agree", "consent"));
    form.add(found("name=\"consent\" value=\"([^\"]+)\"", page));
    Pattern.compile("name=\"scope\" value=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .forEach(scope -> form.addAll(List.of("scope", scope.group(1))));
    mother.post(child + "/consents/start", form.toArray(String[]::new)).is(200);
    sheet =
        found("href=\"(/portal/sheets/[^/\"]+)/sections/", mother.post(child + "/profile").body());
    mother.post(sheet + "/sections/child", "answer.called", "ひなちゃん").is(200);
    mother
        .post(sheet + "/sections/strengths", "answer.likes", "電車", "answer.good-at", "折り紙")
        .is(200);
    mother.post(sheet + "/sections/places", "answer.places-before.r1.place", "つくし園").is(200);
  }

  /**
   * A later version without ふだんの呼び名 and without 園・学校; 得意なこと stands in another section of the same
   * readers.
   */
  private void later() {
    family.town.run(tx -> {
      FormDefinition now =
          family.program.bean(FormVersions.class).validIn(tx, "profile", 2026).orElseThrow();
      List<Section> sections = new ArrayList<>();
      for (Section section : now.sections()) {
        var fields = new ArrayList<>(section.fields());
        fields.removeIf(field -> List.of("called", "good-at").contains(field.key()));
        if (section.key().equals("wishes")) {
          fields.add(now.field("good-at").orElseThrow());
        }
        if (!section.key().equals("places")) {
          sections.add(
              new Section(
                  section.key(),
                  section.title(),
                  section.intro(),
                  section.category(),
                  section.writer(),
                  section.guardianReads(),
                  fields));
        }
      }
      FormDefinition later =
          read(
              new FormDefinition(
                      now.key(),
                      now.version() + 1,
                      now.title(),
                      now.years(),
                      now.cycle(),
                      now.attachedTo(),
                      now.places(),
                      now.route(),
                      sections)
                  .canonicalJson());
      tx.sql()
          .insertInto(FORM_VERSION)
          .set(FORM_VERSION.TENANT_ID, tx.tenant())
          .set(FORM_VERSION.FORM_KEY, later.key())
          .set(FORM_VERSION.VERSION, later.version())
          .set(FORM_VERSION.HASH, later.hash())
          .set(FORM_VERSION.VALID_FROM_YEAR, later.years().from())
          .set(FORM_VERSION.DEFINITION, JSONB.valueOf(later.canonicalJson()))
          .set(FORM_VERSION.PUBLISHED_AT, tx.now().minusSeconds(60).atOffset(ZoneOffset.UTC))
          .execute();
    });
  }

  private static FormDefinition read(String json) {
    try {
      return FormFile.read("later", json);
    } catch (FormFileRefused e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  @Test
  void aDraftIsLiftedAndWhatHasNoPlaceStays() {
    begun();
    assertThat(mother.get(child + "/profile").text()).doesNotContain("新しい様式");
    later();
    assertThat(mother.get(child + "/profile").text())
        .contains("新しい様式があります", "第3版", "第4版", "ふだんの呼び名", child + "/profile/lift");
    int saved = family.town.trace(Action.SAVE_DRAFT).size();
    assertThat(mother.post(child + "/profile/lift").is(200).text())
        .contains("新しい様式に移しました", "置き場所のない記入（2）", "ひなちゃん", "つくし園")
        .doesNotContain("新しい様式があります");
    assertThat(family.town.trace(Action.SAVE_DRAFT))
        .hasSize(saved + 1)
        .last()
        .satisfies(row -> assertThat(row.getPurpose()).isEqualTo("LIFTED"));
    assertThat(mother.get(sheet + "/sections/strengths").body())
        .contains("電車</textarea>")
        .doesNotContain("折り紙");
    assertThat(mother.get(sheet + "/sections/wishes").body()).contains("折り紙</textarea>");
    mother.get(sheet + "/sections/places").is(404);
    mother.post(sheet + "/sections/wishes", "answer.guardian-wish", "笑顔で").is(200);
    mother.post(child + "/profile/lift").is(200);
    mother.post(child + "/profile/end").is(200);
    assertThat(mother.get(sheet).is(200).text())
        .contains("電車", "折り紙", "笑顔で", "つくし園", "前の様式の項目：ふだんの呼び名", "ひなちゃん");
  }

  @Test
  void whatWasHandedInStaysOnItsVersionAndIsWrittenOnOnTheLaterOne() {
    begun();
    mother.post(child + "/profile/end").is(200);
    later();
    assertThat(mother.get(child + "/profile").text()).doesNotContain("新しい様式があります");
    mother.post(child + "/profile").is(200);
    mother.post(child + "/profile/lift").is(200);
    assertThat(mother.get(sheet).is(200).text())
        .as("what was handed in is read as it was")
        .contains("ひなちゃん", "折り紙", "つくし園")
        .doesNotContain("前の様式の項目");
    mother.post(sheet + "/sections/strengths", "answer.likes", "電車とバス").is(200);
    assertThat(mother.get(sheet + "/sections/wishes").body()).contains("折り紙</textarea>");
    mother.post(child + "/profile/end").is(200);
    assertThat(mother.get(sheet).text()).contains("電車とバス", "折り紙", "ひなちゃん", "つくし園");
    assertThat(mother.get(sheet + "?version=1").text())
        .contains("ひなちゃん", "折り紙")
        .doesNotContain("バス");
    Visitor desk = family.program.visitor().signIn(family.counsellor);
    String staff = sheet.replace("/portal", "");
    assertThat(desk.get(staff).is(200).body()).contains("電車とバス", "ひなちゃん", "つくし園");
    assertThat(desk.get(staff + "/print").is(200).body()).contains("電車とバス", "つくし園");
  }

  @Test
  void onlyItsWritersLift() {
    begun();
    later();
    Visitor desk = family.program.visitor().signIn(family.counsellor);
    String staff = sheet.replace("/portal", "");
    desk.post(staff + "/lift").is(404);
    Visitor father = family.program.visitor().signIn(family.account(family.father));
    father.post(child + "/profile/lift").is(404);
    assertThat(mother.get(child + "/profile").text()).contains("新しい様式があります");
  }

  @Test
  void staffWhoTypeInLiftToo() {
    begun();
    mother.post(child + "/profile/end").is(200);
    later();
    Visitor desk = family.program.visitor().signIn(family.counsellor);
    String staff = sheet.replace("/portal", "");
    desk.post(staff + "/amendment").is(200);
    assertThat(desk.get(staff + "/draft").is(200).body()).contains("新しい様式に移す");
    var lifted = desk.post(staff + "/lift").is(200);
    assertThat(lifted.body()).contains("新しい様式に移しました。続きを書けます").doesNotContain("新しい様式に移す</span>");
    family.program.visitor().signIn(family.head).post(staff + "/lift").is(404);
  }
}
