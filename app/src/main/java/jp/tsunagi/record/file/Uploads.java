package jp.tsunagi.record.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.tsunagi.record.file.NewFile.Looked;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files a page sent beside its text, looked at before the transaction begins ({@link Drawing}):
 * drawing a picture anew takes longer than saving it.
 *
 * @param byField under {@code file.<field>}, without that beginning; fields without a chosen file
 *     are not there
 */
public record Uploads(Map<String, List<Looked>> byField) {
  /** A page without files. */
  public static final Uploads NONE = new Uploads(Map.of());

  private static final String NAME = "file.";

  public Uploads {
    byField = Map.copyOf(byField);
  }

  /** Whether any file came along. */
  public static boolean any(MultiValueMap<String, MultipartFile> sent) {
    return !chosen(sent).isEmpty();
  }

  /** Files of somebody who may not write where they were sent: nobody looks at them. */
  public static Uploads unseen(MultiValueMap<String, MultipartFile> sent) {
    return of(chosen(sent), _ -> new Looked.Refused(NewFile.Refusal.BUSY));
  }

  static Uploads of(Map<String, List<MultipartFile>> chosen, Function<MultipartFile, Looked> look) {
    Map<String, List<Looked>> looked = new LinkedHashMap<>();
    chosen.forEach((field, files) -> looked.put(field, files.stream().map(look).toList()));
    return new Uploads(looked);
  }

  /** By field; a field in which nothing was chosen sends a file without a name. */
  static Map<String, List<MultipartFile>> chosen(MultiValueMap<String, MultipartFile> sent) {
    Map<String, List<MultipartFile>> chosen = new LinkedHashMap<>();
    sent.forEach((name, files) -> {
      List<MultipartFile> named = files.stream().filter(file -> !name(file).isEmpty()).toList();
      if (name.startsWith(NAME) && !named.isEmpty()) {
        chosen.put(name.substring(NAME.length()), named);
      }
    });
    return chosen;
  }

  static String name(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null ? "" : name;
  }

  static byte[] content(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
