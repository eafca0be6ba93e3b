package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.file.Drawing;
import jp.tsunagi.record.file.NewFile;
import jp.tsunagi.record.file.Photographs;
import jp.tsunagi.record.file.Sent;
import jp.tsunagi.record.print.Samples;
import org.junit.jupiter.api.Test;

/** 写真 and papers in a sheet: in, shown, out, final, into the next version; refused; traced. */
class AttachmentTest {
  private static final Pattern FILE = Pattern.compile("/files/[0-9a-f-]{36}");

  private final SheetTown town = new SheetTown().consented();
  private final Visitor hub = town.program.visitor().signIn(town.counsellor);

  private String profile() {
    var first = hub.post("/children/" + town.child + "/sheets", "form", "profile").is(200);
    return first.path().substring(0, first.path().indexOf("/draft"));
  }

  private Visitor.Reply put(String sheet, byte[] content, String... typed) {
    return hub.upload(sheet + "/draft/photo", "file.photo", "IMG_0012.JPG", content, typed);
  }

  private static String file(Visitor.Reply page) {
    Matcher found = FILE.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group();
  }

  @Test
  void aPhotographIsKeptWithoutItsPlaceAndShown() {
    String sheet = profile();
    var page = put(sheet, Photographs.taken(400, 300, 1), "attach", "file.photo").is(200);
    assertThat(page.body()).contains("IMG_0012.jpg").contains("外す");
    int before = town.town.trace(Action.VIEW_FILE).size();
    var shown = hub.get(file(page)).is(200);
    assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(Photographs.saysWhere(shown.bytes())).isFalse();
    assertThat(Photographs.shown(shown.bytes()).getWidth()).isEqualTo(400);
    assertThat(town.town.trace(Action.VIEW_FILE)).hasSize(before + 1);
    assertThat(town.town.trace(Action.SAVE_DRAFT)).isNotEmpty();
  }

  @Test
  void itIsReadAsItsPartIsAndByNobodyElse() {
    String sheet = profile();
    String photo = file(put(sheet, Photographs.plain("png", 40, 30)).is(200));
    town.program.visitor().signIn(town.teacher).get(photo).is(404);
    town.program.visitor().signIn(town.nurseryHead).get(photo).is(404);
    var other = new SheetTown();
    other.program.visitor().signIn(other.counsellor).get(photo).is(404);
  }

  @Test
  void whatIsTypedBesideARefusedFileIsSaved() {
    String sheet = profile();
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    var refused =
        hub.upload(sheet + "/draft/birth", "file.handbook", "a.jpg", svg, "answer.pregnancy", "つわり")
            .is(422);
    assertThat(refused.body()).contains("ファイルを入れられませんでした").contains("PDF、JPEG、PNG");
    assertThat(refused.body()).contains("つわり").doesNotContain("/files/");
    byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(put(sheet, heic).is(422).body()).contains("HEIC");
    assertThat(put(sheet, new byte[0]).is(422).body()).contains("空です");
  }

  @Test
  void noMoreThanTheFormTakesAndNeverByTheIdOfAnother() {
    String sheet = profile();
    String photo = file(put(sheet, Photographs.plain("png", 40, 30)).is(200));
    assertThat(put(sheet, Photographs.plain("png", 50, 30)).is(422).body()).contains("外して");
    String id = photo.substring("/files/".length());
    var birth =
        hub.post(
                sheet + "/draft/birth",
                "answer.handbook",
                id,
                "asked",
                "answer.handbook",
                "answer.pregnancy",
                "順調")
            .is(200);
    assertThat(birth.body()).contains("順調").doesNotContain(id);
  }

  @Test
  void takenOutOfADraftItIsGone() {
    String sheet = profile();
    String photo = file(put(sheet, Photographs.plain("png", 40, 30)).is(200));
    String id = photo.substring("/files/".length());
    var page = hub.post(sheet + "/draft/photo", "without", "photo." + id).is(200);
    assertThat(page.body()).doesNotContain("/files/");
    hub.get(photo).is(404);
    hub.post(sheet + "/draft/photo", "without", "photo." + id).is(200);
  }

  @Test
  void aLongTableComesWithAFile() {
    String sheet = profile();
    String[] typed = new String[2 * 600];
    for (int i = 0; i < typed.length; i += 2) {
      typed[i] = "asked";
      typed[i + 1] = "answer.none-" + i;
    }
    var page =
        hub.upload(
                sheet + "/draft/birth",
                "file.handbook",
                "1.png",
                Photographs.plain("png", 40, 30),
                typed)
            .is(200);
    assertThat(page.body()).contains("1.jpg");
  }

  @Test
  void twoWritersBothHaveTheirPagesIn() {
    String sheet = profile();
    hub.upload(sheet + "/draft/birth", "file.handbook", "1.png", Photographs.plain("png", 40, 30))
        .is(200);
    var late =
        hub.upload(
                sheet + "/draft/birth",
                "file.handbook",
                "2.png",
                Photographs.plain("png", 50, 30),
                "since.birth",
                "0",
                "page",
                "0197a1b2-0000-7000-8000-0000000000ff")
            .is(200);
    assertThat(late.body()).contains("1.jpg").contains("2.jpg").doesNotContain("settle");
  }

  @Test
  void itGoesOnIntoTheNextVersionAndStaysInTheOld() {
    String sheet = profile();
    String photo = file(put(sheet, Photographs.plain("png", 40, 30)).is(200));
    hub.post(sheet + "/draft/photo", "then", "finish").is(200);
    assertThat(hub.get(sheet).is(200).body()).contains(photo);
    hub.post(sheet + "/amendment").is(200);
    String id = photo.substring("/files/".length());
    hub.post(sheet + "/draft/photo", "without", "photo." + id).is(200);
    assertThat(hub.get(sheet + "/draft/photo").is(200).body()).doesNotContain(photo);
    assertThat(hub.get(sheet).is(200).body()).as("the version in use keeps it").contains(photo);
    hub.get(photo).is(200);
    hub.post(sheet + "/draft/photo", "then", "discard").is(200);
    hub.post(sheet + "/correction").is(200);
    hub.upload(sheet + "/draft/birth", "file.handbook", "1.png", Photographs.plain("png", 40, 30))
        .is(200);
    hub.post(sheet + "/draft/birth", "then", "finish").is(200);
    assertThat(hub.get(sheet).is(200).body()).contains(photo).contains("1.jpg");
  }

  @Test
  void itIsPrintedAndNamedInTheWorkbook() {
    String sheet = profile();
    put(sheet, Photographs.taken(3000, 2000, 6)).is(200);
    hub.upload(
            sheet + "/draft/birth",
            "file.handbook",
            "出産のページ.png",
            Photographs.plain("png", 1600, 1100))
        .is(200);
    assertThat(hub.get(sheet + "/print").is(200).body()).contains("/files/");
    byte[] pdf = hub.post(sheet + "/print", "purpose", "meeting", "as", "pdf").is(200).bytes();
    Samples.kept("profile-photo.pdf", pdf);
    assertThat(Samples.pictures(pdf)).hasSize(2);
    var face = Samples.pictures(pdf).getFirst();
    assertThat(face.high()).as("as high as the form allows").isBetween(42.0, 45.5);
    assertThat(face.wide()).isCloseTo(face.high() * 2 / 3, within(1.0));
    var page = Samples.pictures(pdf).getLast();
    assertThat(page.wide()).as("to be read, within its cell").isBetween(100.0, 120.0);
    assertThat(pdf.length).isLessThan(600_000);
    assertThat(Photographs.saysWhere(pdf)).isFalse();
  }

  @Test
  void nobodyLooksAtWhatComesForASheetOneMayNotWrite() {
    SheetWriting writing = town.program.bean(SheetWriting.class);
    SheetId id = SheetId.of(profile().substring("/sheets/".length()));
    var sent = Sent.as("photo", Sent.unseen(), 1);
    var stranger = new SheetTown();
    for (Actor actor :
        List.of(town.town.actor(town.teacher), stranger.town.actor(stranger.teacher))) {
      assertThatThrownBy(() -> writing.files(actor, id, sent)).isInstanceOf(NotFound.class);
    }
    for (Actor actor : List.of(town.town.actor(town.counsellor), town.motherActor())) {
      assertThatThrownBy(() -> writing.files(actor, SheetId.create(), sent))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> writing.files(actor, id, sent))
          .as("who may write it has it looked at")
          .isInstanceOf(AssertionError.class);
    }
    put("/sheets/" + id, Photographs.plain("png", 40, 30)).is(200);
    hub.post("/sheets/" + id + "/draft/photo", "then", "finish").is(200);
    assertThat(writing.files(town.town.actor(town.counsellor), id, sent).byField().get("photo"))
        .as("what is final is not written")
        .containsExactly(new NewFile.Looked.Refused(NewFile.Refusal.BUSY));
    hub.upload("/sheets/" + SheetId.create() + "/draft", "file.photo", "a.png", new byte[9])
        .is(404);
  }

  @Test
  void aPictureOfTooManyPointsIsRefusedInWords() {
    byte[] large = Photographs.plain("png", 5100, 5000);
    assertThat(put(profile(), large).is(422).body()).contains("2,500万画素");
  }

  @Test
  void theMotherPutsItInAndReadsIt() {
    SheetWriting writing = town.program.bean(SheetWriting.class);
    var wanted = NewSheet.ofChild(town.child, "profile", SheetTown.YEAR);
    SheetId id = town.asMother(tx -> town.sheets.start(tx, wanted).orThrow());
    var looked = town.program.bean(Drawing.class).look("me.jpg", Photographs.taken(80, 60, 6));
    var uploads =
        new jp.tsunagi.record.file.Uploads(java.util.Map.of("photo", java.util.List.of(looked)));
    town.asMother(tx ->
        writing
            .save(tx, id, "photo", java.util.Map.of(), uploads, java.util.Optional.empty())
            .orThrow());
    PartForm form = town.asMother(tx -> writing.form(tx, id, "photo", java.util.Optional.empty()));
    assertThat(form.questions().getFirst().files())
        .singleElement()
        .satisfies(file -> assertThat(file.name()).isEqualTo("me.jpg"));
    assertThat(form.who()).as("what she wrote herself today needs no word").isEmpty();
    hub.get(form.questions().getFirst().files().getFirst().url()).is(404);
    town.program.clock().set(java.time.LocalDate.of(2026, 11, 21));
    assertThat(town.asMother(tx -> writing.form(tx, id, "photo", java.util.Optional.empty())).who())
        .contains("青空 みなみ");
  }
}
