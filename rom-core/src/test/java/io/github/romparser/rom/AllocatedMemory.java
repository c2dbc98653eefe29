package io.github.romparser.rom;

import java.lang.reflect.Method;

/**
 * How many bytes a thread has asked for. Called by reflection: the module under test reads no
 * management module, and it shall not begin to because of a test.
 */
final class AllocatedMemory {

  private AllocatedMemory() {}

  /** Bytes that this thread has allocated so far, freed or not; 0 where Java cannot tell. */
  static long ofThisThread() {
    try {
      Object threads =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getThreadMXBean")
              .invoke(null);
      Class<?> counting = Class.forName("com.sun.management.ThreadMXBean");
      if (threads == null || !counting.isInstance(threads)) {
        return 0;
      }
      Method bytes = counting.getMethod("getThreadAllocatedBytes", long.class);
      return bytes.invoke(threads, Thread.currentThread().getId()) instanceof Long count
          ? count
          : 0;
    } catch (ReflectiveOperationException e) {
      return 0;
    }
  }
}
