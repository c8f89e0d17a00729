package parley.launcher;

import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when this process was silent for so long that the other members gave it up, and has joined
 * them again. What it listens to is known to all again a moment later.
 */
final class Rejoining implements LifecycleListener {
  private static final Logger log = LoggerFactory.getLogger(Rejoining.class);

  @Override
  public void stateChanged(LifecycleEvent event) {
    switch (event.getState()) {
      case MERGING -> log.warn("launcher.cluster.parted");
      case MERGED -> log.warn("launcher.cluster.rejoined");
      case MERGE_FAILED -> log.error("launcher.cluster.lost");
      default -> {}
    }
  }
}
