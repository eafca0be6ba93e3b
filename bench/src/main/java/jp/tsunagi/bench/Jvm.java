package jp.tsunagi.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.RuntimeMXBean;
import java.util.List;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The Java machine of the measured program, seen from outside. Attached to by its process id, so
 * the program is started as always, without a port or an agent; the bytes it allocates are counted
 * by the machine itself for all threads, those that ended included.
 */
final class Jvm implements AutoCloseable {
  private final JMXConnector connector;
  private final com.sun.management.ThreadMXBean threads;
  private final MemoryMXBean memory;
  private final RuntimeMXBean runtime;
  private final List<MemoryPoolMXBean> pools;
  private final List<GarbageCollectorMXBean> collectors;

  private Jvm(JMXConnector connector) throws IOException {
    this.connector = connector;
    MBeanServerConnection beans = connector.getMBeanServerConnection();
    this.threads =
        ManagementFactory.newPlatformMXBeanProxy(
            beans, ManagementFactory.THREAD_MXBEAN_NAME, com.sun.management.ThreadMXBean.class);
    this.memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
    this.runtime = ManagementFactory.getPlatformMXBean(beans, RuntimeMXBean.class);
    this.pools = ManagementFactory.getPlatformMXBeans(beans, MemoryPoolMXBean.class);
    this.collectors = ManagementFactory.getPlatformMXBeans(beans, GarbageCollectorMXBean.class);
  }

  /** Looks into the Java machine with that process id, of the same user. */
  @SuppressWarnings("BanJNDI") // the address is this machine's, from a process we started
  static Jvm attach(long pid) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        String address = machine.startLocalManagementAgent();
        return new Jvm(JMXConnectorFactory.connect(new JMXServiceURL(address)));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw new BenchRefused(e, "attach", Long.toString(pid), e.getMessage());
    }
  }

  /** Bytes that all threads have allocated since the start. */
  long allocated() {
    return threads.getTotalThreadAllocatedBytes();
  }

  /** Bytes still in use after everything that can go has gone. */
  long heapAfterCollection() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** Bytes that the heap may have at most. */
  long heapAtMost() {
    return memory.getHeapMemoryUsage().getMax();
  }

  /** The most bytes that were in use at once, each part of the heap by itself. */
  long heapPeak() {
    return pools.stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /** Milliseconds that collecting took since the start. */
  long collecting() {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }

  /** Which Java machine it is. */
  String version() {
    return runtime.getVmName() + " " + runtime.getVmVersion();
  }

  /** The flags it was started with that decide about speed and memory. */
  List<String> flags() {
    return runtime.getInputArguments().stream()
        .filter(flag -> flag.startsWith("-X"))
        .map(flag -> flag.replaceFirst("(AOTCache=).*", "$1\u2026"))
        .toList();
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException alreadyGone) {
      Words.complain("jmx: " + alreadyGone.getMessage());
    }
  }
}
