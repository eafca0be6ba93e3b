package jp.tsunagi.record.print;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.file.Files.Attached;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Field;
import org.springframework.stereotype.Component;

/**
 * The pictures of a part for its paper, as large as paper needs them. What may not be read now is
 * not among them, whatever the answers name.
 */
@Component
final class PartPictures {
  /** Points of the longer side of a face, about 6 cm at 300 dpi. */
  private static final int FACE = 720;

  /** Points of the longer side of a page, about 17 cm at 210 dpi. */
  private static final int PAGE = 1400;

  private final Files files;

  PartPictures(Files files) {
    this.files = files;
  }

  RecordPart with(Tx tx, RecordPart part) {
    boolean holds =
        part.answers().byField().values().stream().anyMatch(Answer.Files.class::isInstance);
    return holds ? part.with(pictures(tx, part)) : part;
  }

  private Map<String, Paper.Picture> pictures(Tx tx, RecordPart part) {
    Map<String, Paper.Picture> pictures = new HashMap<>();
    List<Attached> held = files.of(tx, List.of(part.item()));
    for (Field field : part.section().questions()) {
      if (field instanceof Field.Attachment(_, int most)
          && part.answers().at(field.key()) instanceof Answer.Files(var ids)) {
        held.stream()
            .filter(file -> ids.contains(file.id().toString()))
            .forEach(file ->
                pictures.put(file.id().toString(), picture(tx, file, most > 1 ? PAGE : FACE)));
      }
    }
    return pictures;
  }

  private Paper.Picture picture(Tx tx, Attached file, int longest) {
    var data =
        files
            .picture(tx, file.id(), longest)
            .map(jpeg -> "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
    return new Paper.Picture(file.url(), file.name(), data);
  }
}
