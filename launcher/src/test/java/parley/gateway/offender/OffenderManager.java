package parley.gateway.offender;

import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Future;
import io.vertx.core.eventbus.Message;
import io.vertx.sqlclient.Pool;
import parley.launcher.Main;

/** Breaks every rule at once; never run. */
public final class OffenderManager {
  Message<Object> message;
  Pool pool;
  HazelcastInstance cluster;
  Class<?> main = Main.class;

  String environment() {
    return System.getenv("HOME");
  }

  Object block(Future<Object> future) throws InterruptedException {
    Thread.sleep(1);
    return future.await();
  }
}
