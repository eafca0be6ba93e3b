package jp.tsunagi.record.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON with one spelling only: keys in order of their UTF-16 units, no blanks, decimals written
 * out. What is hashed must not depend on how a database or a library orders its keys.
 */
public final class CanonicalJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private CanonicalJson() {}

  /** Canonical text of a tree of maps, lists, strings, numbers and booleans. */
  public static String of(Map<String, ?> tree) {
    return MAPPER.writeValueAsString(tree);
  }

  /** SHA-256 of the UTF-8 bytes, hexadecimal. */
  public static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Reads an object of texts that {@link #of} wrote. */
  public static Map<String, String> texts(String json) {
    Map<String, String> texts = new TreeMap<>();
    read(json).properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
    return texts;
  }

  static JsonNode read(String json) {
    return MAPPER.readTree(json);
  }
}
