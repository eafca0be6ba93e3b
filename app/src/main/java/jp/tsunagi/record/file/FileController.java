package jp.tsunagi.record.file;

import java.nio.charset.StandardCharsets;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.FileId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.schema.tables.records.FileRecord;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /files/{id}}: one file, to be saved and never to be shown inside a page. */
@Controller
class FileController {
  private final Database database;
  private final Files files;
  private final Trace trace;

  FileController(Database database, Files files, Trace trace) {
    this.database = database;
    this.files = files;
    this.trace = trace;
  }

  @GetMapping("/files/{id}")
  @Permitted(Permission.SIGNED_IN)
  @Traced(Action.VIEW_FILE)
  ResponseEntity<byte[]> file(Actor actor, @PathVariable FileId id) {
    FileRecord file =
        database.call(
            actor,
            tx -> {
              FileRecord found = files.get(tx, id);
              Entry row =
                  Entry.of(Action.VIEW_FILE).child(found.getChildId()).item(found.getItemId());
              trace.write(
                  tx, Files.shown(tx, found) ? row.ground(Grant.GroundKind.PERSON.name()) : row);
              return found;
            });
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, file.getMediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, saved(file.getName()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .body(file.getContent());
  }

  private static String saved(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
