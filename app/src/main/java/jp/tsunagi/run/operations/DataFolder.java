package jp.tsunagi.run.operations;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The data folder while one program runs on it. A second program would stop the database of the
 * first: it is refused. The lock is the kernel's, so it goes with a program that is killed.
 */
final class DataFolder implements AutoCloseable {
  static final String LOCK = "running.lock";

  private final FileChannel channel;

  private DataFolder(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder, creating it when it is not there.
   *
   * @throws StartRefused when it cannot be written, or another program runs on it
   */
  @SuppressWarnings("resource") // open as long as the program runs
  static DataFolder take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StartRefused("taken", folder);
      }
      return new DataFolder(channel);
    } catch (IOException e) {
      throw new StartRefused("unwritable", folder);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException here) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
