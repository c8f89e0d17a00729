package parley.launcher;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.config.Config;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.NodeInfo;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hazelcast for Vert.x, with care for members that were given up and came back. A member that hears
 * late of another's end would strike out what that one listens to, although it is here again: a
 * late word is dropped. And each member looks every {@value #PERIOD_MS} ms whether the others still
 * know where it is and what it listens to, and tells them again what they do not know.
 */
final class KeptRegistrations extends HazelcastClusterManager {
  private static final Logger log = LoggerFactory.getLogger(KeptRegistrations.class);
  private static final String NODE_ID = "__vertx.nodeId";
  private static final long PERIOD_MS = 3_000;

  private final Map<String, Set<RegistrationInfo>> own = new ConcurrentHashMap<>();
  private Vertx vertx;

  KeptRegistrations(Config config) {
    super(config);
  }

  @Override
  public void init(Vertx vertx) {
    super.init(vertx);
    this.vertx = vertx;
  }

  @Override
  public void join(Completable<Void> promise) {
    Promise<Void> joined = Promise.promise();
    super.join(joined);
    joined.future().onSuccess(done -> lookLater()).onComplete(promise);
  }

  @Override
  public synchronized void memberRemoved(MembershipEvent event) {
    if (isActive() && !getNodes().contains(event.getMember().getAttribute(NODE_ID))) {
      super.memberRemoved(event);
    }
  }

  @Override
  public void addRegistration(String address, RegistrationInfo info, Completable<Void> promise) {
    Promise<Void> added = Promise.promise();
    super.addRegistration(address, info, added);
    added.future().onSuccess(known -> remember(address, info)).onComplete(promise);
  }

  @Override
  public void removeRegistration(String address, RegistrationInfo info, Completable<Void> promise) {
    own.computeIfPresent(address, (same, all) -> all.remove(info) && all.isEmpty() ? null : all);
    super.removeRegistration(address, info, promise);
  }

  private void remember(String address, RegistrationInfo info) {
    if (!info.localOnly()) {
      own.computeIfAbsent(address, first -> ConcurrentHashMap.newKeySet()).add(info);
    }
  }

  private void lookLater() {
    vertx.setTimer(
        PERIOD_MS,
        fired -> {
          if (isActive()) {
            look().onComplete(done -> lookLater());
          }
        });
  }

  /** One after the other, so that one thread at most waits for a cluster that does not answer. */
  private Future<Void> look() {
    Future<Void> looked = tellWhere();
    for (String address : own.keySet()) {
      looked = looked.compose(before -> tellAgain(address));
    }
    return looked;
  }

  private Future<Void> tellWhere() {
    NodeInfo here = getNodeInfo();
    if (here == null) {
      return Future.succeededFuture();
    }
    Promise<NodeInfo> known = Promise.promise();
    getNodeInfo(getNodeId(), known);
    return known.future().<Void>mapEmpty().recover(unknown -> tell(here));
  }

  private Future<Void> tell(NodeInfo here) {
    log.warn("launcher.cluster.unknown");
    Promise<Void> told = Promise.promise();
    setNodeInfo(here, told);
    return told.future();
  }

  private Future<Void> tellAgain(String address) {
    Promise<List<RegistrationInfo>> known = Promise.promise();
    getRegistrations(address, known);
    return known.future().compose(all -> tellLost(address, all));
  }

  private Future<Void> tellLost(String address, List<RegistrationInfo> known) {
    Set<RegistrationInfo> lost = new HashSet<>(own.getOrDefault(address, Set.of()));
    known.forEach(lost::remove);
    Future<Void> told = Future.succeededFuture();
    for (RegistrationInfo info : lost) {
      log.warn("launcher.cluster.forgotten address={}", address);
      Promise<Void> one = Promise.promise();
      super.addRegistration(address, info, one);
      told = told.compose(before -> one.future());
    }
    return told;
  }
}
