package jp.tsunagi.record.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files a page sent beside its text, looked at before the transaction begins: drawing a picture
 * anew takes longer than saving it.
 *
 * @param byField under {@code file.<field>}, without that beginning; fields without a chosen file
 *     are not there
 */
public record Uploads(Map<String, List<NewFile.Looked>> byField) {
  /** A page without files. */
  public static final Uploads NONE = new Uploads(Map.of());

  private static final String NAME = "file.";

  public Uploads {
    byField = Map.copyOf(byField);
  }

  /** Looks at what came; pictures are made smaller and lose what cannot be seen in them. */
  public static Uploads look(MultiValueMap<String, MultipartFile> sent) {
    Map<String, List<NewFile.Looked>> looked = new LinkedHashMap<>();
    sent.forEach((name, files) -> {
      List<NewFile.Looked> chosen =
          files.stream().filter(Uploads::chosen).map(Uploads::look).toList();
      if (name.startsWith(NAME) && !chosen.isEmpty()) {
        looked.put(name.substring(NAME.length()), chosen);
      }
    });
    return new Uploads(looked);
  }

  /** A field in which nothing was chosen sends a file without a name. */
  private static boolean chosen(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name != null && !name.isEmpty();
  }

  private static NewFile.Looked look(MultipartFile file) {
    try {
      String name = file.getOriginalFilename();
      return look(name == null ? "" : name, file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file. */
  public static NewFile.Looked look(String name, byte[] content) {
    return NewFile.look(name, content) instanceof NewFile.Looked.Good(var file)
        ? Picture.reduced(file)
        : NewFile.look(name, content);
  }
}
