package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.Text.t;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** {@code /ideas/import}: examples of the municipality from a workbook; first looked at. */
@Controller
class IdeaImportController {
  private static final String URL = "/ideas/import";

  private final Database database;
  private final Trace trace;

  IdeaImportController(Database database, Trace trace) {
    this.database = database;
    this.trace = trace;
  }

  @GetMapping("/ideas/import")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show() {
    return Screen.of(new IdeaImportPage(file()));
  }

  private static FieldView file() {
    return FieldView.of("file", t("idea.import.file")).hint(t("idea.import.hint")).must();
  }

  /** Keeps the file and leads to what would come of it; nothing is changed yet. */
  @PostMapping("/ideas/import")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.IDEA)
  ModelAndView upload(
      Actor.Staff actor,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
    byte[] content = content(file);
    String refusal = IdeaFile.read(content).refusal();
    if (refusal != null) {
      String words = t("idea.import.refused." + refusal, IdeaFile.MOST);
      return Screen.of(new IdeaImportPage(file().error(words)), 422);
    }
    database.run(
        actor,
        tx -> {
          IdeaUploadSql.keep(tx, actor.staff(), name(file), content);
          trace.write(tx, Entry.of(Action.IDEA).about("idea.looked"));
        });
    return Screen.redirect(URL + "/check");
  }

  private static byte[] content(@Nullable MultipartFile file) {
    try {
      return file == null ? new byte[0] : file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(@Nullable MultipartFile file) {
    return Optional.ofNullable(file).map(MultipartFile::getOriginalFilename).orElse("");
  }

  @GetMapping("/ideas/import/check")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView look(Actor.Staff actor) {
    return Screen.of(database.call(actor, tx -> IdeaImportCheckPage.of(checked(tx, actor))));
  }

  private static List<IdeaImport.Checked> checked(Tx tx, Actor.Staff actor) {
    byte[] kept = IdeaUploadSql.find(tx, actor.staff()).orElseThrow(NotFound::new);
    Ideas.load(tx);
    return IdeaImport.of(
        IdeaFile.read(kept).lines(), IdeaSql.ofMunicipality(tx), actor.staff().value());
  }

  /** Takes what is sound, all in one act. */
  @PostMapping("/ideas/import/check")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.IDEA)
  ModelAndView take(Actor.Staff actor) {
    database.run(
        actor,
        tx -> {
          checked(tx, actor).stream()
              .filter(
                  row -> row.fate() == IdeaImport.Fate.NEW || row.fate() == IdeaImport.Fate.CHANGED)
              .flatMap(row -> row.idea().stream())
              .forEach(idea -> IdeaSql.put(tx, idea));
          IdeaUploadSql.drop(tx, actor.staff());
          trace.write(tx, Entry.of(Action.IDEA).about("idea.imported"));
        });
    return Screen.done(IdeaListController.URL, "idea.done.imported");
  }
}
