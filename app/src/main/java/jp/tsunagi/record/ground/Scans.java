package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.record.file.Drawing;
import jp.tsunagi.record.file.NewFile;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Scans of signed papers as they come with a form, looked at before its transaction. A paper that
 * was photographed loses where and with what: that may be the address that nobody is told.
 */
@Component
final class Scans {
  private final Drawing drawing;

  Scans(Drawing drawing) {
    this.drawing = drawing;
  }

  /** What was chosen: none or one. */
  List<NewFile.Looked> of(Optional<MultipartFile> scan) {
    return scan
        .filter(file -> !file.isEmpty())
        .map(file -> drawing.look(file, t("ground.scan")))
        .stream()
        .toList();
  }
}
