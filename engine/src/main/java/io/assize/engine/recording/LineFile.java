package io.assize.engine.recording;

import io.assize.core.AssizeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A text file to which one process appends lines.
 *
 * <p>Lines that several threads wrote are brought to the disk together: the first one that waits
 * does it for all that were written by then. Not a file channel: an interrupted thread would close
 * it for all others.
 */
final class LineFile {

  /** Far behind the end, so that the lock is in no reader's way where locks bind. */
  private static final long LOCK_AT = Long.MAX_VALUE - 1;

  private final String name;
  private final RandomAccessFile file;
  private final ReentrantLock syncing = new ReentrantLock();
  private volatile long written; // bytes
  private volatile long synced; // bytes
  private volatile boolean broken;
  private boolean lacksLineEnd;

  private LineFile(String name, RandomAccessFile file) {
    this.name = name;
    this.file = file;
  }

  static LineFile open(Path path) {
    String name = path.toString();
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw AssizeException.usage(
          name, "folder " + folder + " does not exist", "", "make it, or name another");
    }
    try {
      var file = new RandomAccessFile(path.toFile(), "rw");
      if (lock(file) == null) {
        file.close();
        throw AssizeException.environment(
            name, "is in use by another process", "wait until it ends; any number may read");
      }
      return new LineFile(name, file);
    } catch (IOException e) {
      throw AssizeException.environment(
          name, "cannot be written: " + e.getMessage(), "check its permissions", e);
    }
  }

  private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock(LOCK_AT, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /**
   * Return the file from its beginning; not to be closed. It is read through the very file that is
   * locked: on POSIX systems, closing any other of the same process would unlock it.
   */
  InputStream content() {
    return Channels.newInputStream(file.getChannel());
  }

  /** Go on behind what counts of a file that was read. */
  void cutAt(EntryLines lines) {
    try {
      if (lines.end() < file.length()) file.setLength(lines.end());
      file.seek(lines.end());
      written = lines.end();
      synced = lines.end();
      lacksLineEnd = lines.lacksLineEnd();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Write a line; the caller lets in one thread at a time.
   *
   * @return up to where it must be synced
   */
  long write(String line) {
    if (broken) throw failed(new IOException("an earlier write failed"));
    long before = written;
    byte[] bytes = ((lacksLineEnd ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      file.write(bytes);
      lacksLineEnd = false;
      written = before + bytes.length;
      return written;
    } catch (IOException e) {
      undo(before);
      throw failed(e);
    }
  }

  private void undo(long length) {
    try {
      file.setLength(length);
      file.seek(length);
    } catch (IOException e) {
      broken = true;
    }
  }

  long written() {
    return written;
  }

  /** Return when the file is on the disk up to there. */
  void sync(long upTo) {
    if (synced >= upTo) return;
    syncing.lock();
    try {
      if (synced >= upTo) return;
      long now = written;
      file.getFD().sync();
      synced = now;
    } catch (IOException e) {
      broken = true;
      throw failed(e);
    } finally {
      syncing.unlock();
    }
  }

  private AssizeException failed(IOException e) {
    return AssizeException.environment(
        name,
        "cannot be written: " + e.getMessage(),
        "free some space and give the same command again; what was kept is not asked again",
        e);
  }

  void close() {
    sync(written);
    try {
      file.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
