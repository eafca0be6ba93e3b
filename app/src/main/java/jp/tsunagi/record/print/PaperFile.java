package jp.tsunagi.record.print;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** Bytes of a paper as the answer: sent only after the transaction that traced them. */
public record PaperFile(Format format, String name, byte[] bytes) implements View {
  @Override
  public String getContentType() {
    return format.mediaType();
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var shown =
        format == Format.PDF ? ContentDisposition.inline() : ContentDisposition.attachment();
    response.setContentType(getContentType());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, shown.filename(name).build().toString());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
