package parley.testkit.vertx;

import io.vertx.core.impl.VertxThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at all event loops of the JVM forty times a second. A task that waits in a blocking call
 * for 100 ms is a finding. One that uses the processor for 100 ms in a method of ours is a finding
 * when that happens there a second time: the first time it runs code that nothing has compiled yet.
 */
final class LoopWatch {
  private static final long LIMIT_NANOS = Duration.ofMillis(100).toNanos();
  private static final long PERIOD_NANOS = Duration.ofMillis(25).toNanos();
  private static final int MOST_FINDINGS = 20;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final LoopWatch ONLY = new LoopWatch();

  private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
  private final Set<String> onceBusy = new HashSet<>();
  private Map<Long, Task> tasks = new HashMap<>();

  private LoopWatch() {
    Thread thread = new Thread(this::watch, "watch of the event loops");
    thread.setDaemon(true);
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.start();
  }

  /** The watch of this JVM, which runs from its first use on. */
  static LoopWatch running() {
    return ONLY;
  }

  /** What was found since the last call, with the call or the method. */
  List<String> take() {
    List<String> taken = new ArrayList<>();
    for (String one = findings.poll(); one != null; one = findings.poll()) {
      taken.add(one);
    }
    return taken;
  }

  private void watch() {
    while (true) {
      LockSupport.parkNanos(PERIOD_NANOS);
      Map<Long, Task> seen = new HashMap<>();
      for (Thread thread : threads()) {
        if (thread instanceof VertxThread loop && !loop.isWorker() && loop.startTime() != 0) {
          seen.put(loop.getId(), look(loop));
        }
      }
      tasks = seen;
    }
  }

  private Task look(VertxThread loop) {
    long start = loop.startTime();
    Task before = tasks.get(loop.getId());
    Task task =
        before != null && before.start == start
            ? before
            : new Task(start, CPU.getThreadCpuTime(loop.getId()));
    if (!task.told && System.nanoTime() - start > LIMIT_NANOS) {
      judge(loop, task);
    }
    return task;
  }

  private void judge(VertxThread loop, Task task) {
    StackTraceElement[] trace = loop.getStackTrace();
    Optional<String> waits = Blocking.waitsIn(trace);
    long now = System.nanoTime();
    task.waitingSince = waits.isEmpty() ? 0 : task.waitingSince == 0 ? now : task.waitingSince;
    if (waits.isPresent() && now - task.waitingSince > LIMIT_NANOS) {
      find(loop, task, "waits in " + waits.get());
      return;
    }
    if (CPU.getThreadCpuTime(loop.getId()) - task.cpu > LIMIT_NANOS) {
      Optional<String> works = Blocking.worksIn(trace);
      if (works.isPresent() && !onceBusy.add(works.get())) {
        find(loop, task, "works in " + works.get());
      }
      task.told = works.isPresent();
    }
  }

  private void find(VertxThread loop, Task task, String what) {
    task.told = true;
    if (findings.size() < MOST_FINDINGS) {
      findings.add(loop.getName() + " " + what);
    }
  }

  private static Thread[] threads() {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    while (all.getParent() != null) {
      all = all.getParent();
    }
    Thread[] threads = new Thread[all.activeCount() + 16];
    int count = all.enumerate(threads);
    return Arrays.copyOf(threads, count);
  }

  /** One task of an event loop, as far as it was seen. */
  private static final class Task {
    private final long start;
    private final long cpu;
    private long waitingSince;
    private boolean told;

    private Task(long start, long cpu) {
      this.start = start;
      this.cpu = cpu;
    }
  }
}
