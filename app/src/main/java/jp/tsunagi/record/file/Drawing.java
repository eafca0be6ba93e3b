package jp.tsunagi.record.file;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.record.file.NewFile.Looked;
import jp.tsunagi.record.file.NewFile.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * Looks at what came with a page and draws its pictures anew: on a few threads of its own (half the
 * processors), never inside a transaction, and with a short queue. A small file can take seconds to
 * unfold, and whoever only reads must not wait for it; what comes when the queue is full is refused
 * with the words to try again.
 */
@Component
public final class Drawing implements AutoCloseable {
  /** Files of one page: more than any field of a form takes. */
  static final int MOST_FILES = 10;

  private static final int WAITING = 20;

  /** As long as one page waits for all of its pictures. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final ThreadPoolExecutor threads;
  private final UploadRoom room;

  Drawing() {
    this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING, new UploadRoom());
  }

  private Drawing(int threads, int waiting, UploadRoom room) {
    this.threads = pool(threads, waiting);
    this.room = room;
  }

  /** With a queue of its own length, for its test. */
  static Drawing of(int threads, int waiting) {
    return new Drawing(threads, waiting, new UploadRoom());
  }

  /** Where there is as much room as in that one, for its test. */
  static Drawing in(UploadRoom room) {
    return new Drawing(1, WAITING, room);
  }

  private static ThreadPoolExecutor pool(int threads, int waiting) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(waiting),
        Thread.ofPlatform().daemon().name("picture-", 1).factory());
  }

  /**
   * What came with a page of whoever may write there; pictures are made smaller and lose what
   * cannot be seen in them. Of too many none is looked at.
   */
  public Uploads look(MultiValueMap<String, MultipartFile> sent) {
    Map<String, List<MultipartFile>> chosen = Uploads.chosen(sent);
    int files = chosen.values().stream().mapToInt(List::size).sum();
    if (files > MOST_FILES) {
      return Uploads.of(chosen, _ -> new Looked.Refused(Refusal.TOO_MANY_AT_ONCE));
    }
    long until = System.nanoTime() + LONGEST.toNanos();
    return room.with(() -> Uploads.of(chosen, file -> look(file, Uploads.name(file), until)))
        .orElseGet(() -> Uploads.unseen(sent));
  }

  /** One file that came with a form; the name is for a file that brings none. */
  public Looked look(MultipartFile file, String unnamed) {
    String name = Uploads.name(file).isEmpty() ? unnamed : Uploads.name(file);
    long until = System.nanoTime() + LONGEST.toNanos();
    return room.with(() -> look(file, name, until))
        .orElseGet(() -> new Looked.Refused(Refusal.BUSY));
  }

  /** One file. */
  public Looked look(String name, byte[] content) {
    return look(name, content, System.nanoTime() + LONGEST.toNanos());
  }

  /** What is too large is not even read into memory. */
  private Looked look(MultipartFile file, String name, long until) {
    return file.getSize() > NewFile.MOST_BYTES
        ? new Looked.Refused(Refusal.TOO_LARGE)
        : look(name, Uploads.content(file), until);
  }

  private Looked look(String name, byte[] content, long until) {
    return switch (NewFile.look(name, content)) {
      case Looked.Good(var file) -> drawn(file, until);
      case Looked other -> other;
    };
  }

  private Looked drawn(NewFile file, long until) {
    if (Database.isUnderway()) {
      throw new IllegalStateException("a file is looked at before a transaction");
    }
    try {
      return drawn(threads.submit(() -> reduced(file)), until);
    } catch (RejectedExecutionException full) {
      return new Looked.Refused(Refusal.BUSY);
    }
  }

  private static Looked reduced(NewFile file) {
    return file.kind().picture()
        ? Picture.reduced(file)
        : new Looked.Good(file.as(file.kind(), PdfTraces.blanked(file.content())));
  }

  private Looked drawn(Future<Looked> drawing, long until) {
    try {
      return drawing.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      drawing.cancel(false);
      threads.purge();
      return new Looked.Refused(Refusal.BUSY);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Looked.Refused(Refusal.BUSY);
    }
  }

  /** How many wait for a thread. */
  int waiting() {
    return threads.getQueue().size();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
