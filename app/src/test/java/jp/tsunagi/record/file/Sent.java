package jp.tsunagi.record.file;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.util.function.Supplier;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** A file as it comes with a page; its bytes are asked for when somebody looks at it. */
public record Sent(String name, Supplier<byte[]> bytes, long size) implements MultipartFile {
  Sent(String name, Supplier<byte[]> bytes) {
    this(name, bytes, 1);
  }

  /** A file that nobody may look at. */
  public static Sent unseen() {
    return new Sent(
        "a.png",
        () -> {
          throw new AssertionError("looked at");
        });
  }

  /** The same, said to be so large. */
  Sent of(long bytesSaid) {
    return new Sent(name, bytes, bytesSaid);
  }

  /** So many of one field. */
  public static MultiValueMap<String, MultipartFile> as(String field, Sent file, int times) {
    MultiValueMap<String, MultipartFile> sent = new LinkedMultiValueMap<>();
    for (int i = 0; i < times; i++) {
      sent.add("file." + field, file);
    }
    return sent;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getOriginalFilename() {
    return name;
  }

  @Override
  public String getContentType() {
    return "application/octet-stream";
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public long getSize() {
    return size;
  }

  @Override
  public byte[] getBytes() {
    return bytes.get();
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(bytes.get());
  }

  @Override
  public void transferTo(File destination) {
    throw new UnsupportedOperationException();
  }
}
