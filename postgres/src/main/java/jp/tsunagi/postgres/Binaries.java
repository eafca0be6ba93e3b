package jp.tsunagi.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, unpacked once per version into a folder that several servers share. */
record Binaries(Path folder) {

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /** Unpacks beside the final name and renames: a killed unpacking leaves nothing half done. */
  static Binaries unpacked(Path cache) {
    String resource = resource();
    try {
      Path target = cache.resolve("postgres-" + digest(resource));
      if (!Files.isRegularFile(target.resolve("bin/postgres"))) {
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "unpacking-");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(resource, fresh);
        moveUnlessThere(fresh, target);
      }
      return new Binaries(target);
    } catch (IOException e) {
      throw new PostgresFailure("PostgreSQL could not be unpacked into " + cache, e);
    }
  }

  private static void moveUnlessThere(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isRegularFile(target.resolve("bin/postgres"))) {
        throw e;
      }
    }
  }

  private static String resource() {
    String machine = System.getProperty("os.arch", "");
    return switch (machine) {
      case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
      case "aarch64" -> "/postgres-linux-arm_64.txz";
      default ->
          throw new PostgresFailure(
              "There is no embedded PostgreSQL for "
                  + machine
                  + ". Run your own PostgreSQL 16 or newer and give --database-url.");
    };
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = Binaries.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException("the program was packed without " + resource);
    }
    return stream;
  }

  private static String digest(String resource) throws IOException {
    try (var in = new DigestInputStream(open(resource), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(String resource, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(open(resource)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        write(tar, entry, path);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
