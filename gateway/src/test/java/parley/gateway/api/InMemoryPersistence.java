package parley.gateway.api;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import parley.bus.BusServer;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.AccountOperations;
import parley.contract.account.AccountStored;
import parley.contract.account.AdministrationClaimed;
import parley.contract.account.AdministrationOperations;
import parley.contract.account.ChangePassword;
import parley.contract.account.ClaimAdministration;
import parley.contract.account.Credentials;
import parley.contract.account.FindCredentials;
import parley.contract.account.InviteStored;
import parley.contract.account.PasswordChanged;
import parley.contract.account.Profile;
import parley.contract.account.StoreAccount;
import parley.contract.account.StoreInvite;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.session.EndOwnSession;
import parley.contract.session.EndSession;
import parley.contract.session.EndedSessions;
import parley.contract.session.ListEndedSessions;
import parley.contract.session.ListSessions;
import parley.contract.session.OpenSession;
import parley.contract.session.ReadSession;
import parley.contract.session.RotateSession;
import parley.contract.session.SessionEnded;
import parley.contract.session.SessionEntry;
import parley.contract.session.SessionOperations;
import parley.contract.session.SessionState;
import parley.contract.session.Sessions;

/**
 * Accounts and sessions as persistence keeps them, in memory. Its clock can be moved; it counts how
 * often it was asked whether a session lives.
 */
final class InMemoryPersistence extends VerticleBase {
  private static final long REPEAT_MS = 60_000;

  private final Map<String, StoreAccount> accounts = new HashMap<>();
  private final Map<SessionId, Row> sessions = new HashMap<>();
  private final AtomicInteger sessionReads = new AtomicInteger();
  private final Map<String, Integer> invites = new HashMap<>();
  private String secretHash;
  private UserId administrator;
  private long aheadMs;

  @Override
  public Future<?> start() {
    BusServer server = new BusServer(vertx.eventBus());
    return Future.all(
        List.of(
            server.serve(AccountOperations.STORE_ACCOUNT, this::store),
            server.serve(AccountOperations.FIND_CREDENTIALS, this::credentials),
            server.serve(SessionOperations.OPEN_SESSION, this::open),
            server.serve(SessionOperations.READ_SESSION, this::read),
            server.serve(SessionOperations.ROTATE_SESSION, this::rotate),
            server.serve(SessionOperations.END_SESSION, this::end),
            server.serve(AdministrationOperations.CLAIM_ADMINISTRATION, this::claim),
            server.serve(AdministrationOperations.STORE_INVITE, this::invite),
            server.serve(AccountOperations.CHANGE_PASSWORD, this::changePassword),
            server.serve(SessionOperations.LIST_SESSIONS, this::list),
            server.serve(SessionOperations.END_OWN_SESSION, this::endOwn),
            server.serve(SessionOperations.LIST_ENDED_SESSIONS, this::ended)));
  }

  /** Offers the rights of the first administrator. */
  synchronized void offer(String hash) {
    secretHash = hash;
  }

  /** Stores an invitation that nobody made. */
  synchronized void offerInvite(String hash, int uses) {
    invites.put(hash, uses);
  }

  /** Lets time pass. */
  synchronized void advance(Duration time) {
    aheadMs += time.toMillis();
  }

  /** Ends a session behind the gateway's back: no signal tells. */
  synchronized void endSilently(SessionId session) {
    sessions.get(session).endedAt = now();
  }

  int sessionReads() {
    return sessionReads.get();
  }

  /** What is stored of an account. */
  synchronized StoreAccount account(String username) {
    return accounts.get(username);
  }

  private synchronized Future<AccountStored> store(StoreAccount request, Caller caller) {
    boolean taken =
        accounts.values().stream()
            .anyMatch(
                other ->
                    !other.account().equals(request.account())
                        && (other.username().equals(request.username())
                            || other.skeleton().equals(request.skeleton())));
    if (taken) {
      return refused(FailureCode.NAME_TAKEN);
    }
    if (request.inviteHash() != null && invites.merge(request.inviteHash(), -1, Integer::sum) < 0) {
      return refused(FailureCode.FORBIDDEN);
    }
    accounts.put(request.username(), request);
    return Future.succeededFuture(new AccountStored(profile(request)));
  }

  private synchronized Future<Credentials> credentials(FindCredentials request, Caller caller) {
    StoreAccount found = accounts.get(request.username());
    return found == null
        ? refused(FailureCode.NOT_FOUND)
        : Future.succeededFuture(new Credentials(profile(found), found.passwordHash()));
  }

  private synchronized Future<SessionState> open(OpenSession request, Caller caller) {
    Row row = new Row();
    row.account = request.account();
    row.device = request.device();
    row.current = request.refreshHash();
    row.expiresAt = now() + request.idleMs();
    sessions.putIfAbsent(request.session(), row);
    return Future.succeededFuture(state(request.session()));
  }

  private synchronized Future<SessionState> read(ReadSession request, Caller caller) {
    sessionReads.incrementAndGet();
    Row row = sessions.get(request.session());
    if (row == null || row.endedAt != 0) {
      return refused(FailureCode.SIGNED_OUT);
    }
    return row.expiresAt <= now()
        ? refused(FailureCode.SESSION_EXPIRED)
        : Future.succeededFuture(state(request.session()));
  }

  private synchronized Future<SessionState> rotate(RotateSession request, Caller caller) {
    Row row = sessions.get(request.session());
    if (row == null || row.endedAt != 0 || row.expiresAt <= now()) {
      return refused(FailureCode.SIGNED_OUT);
    }
    boolean repeated =
        request.presentedHash().equals(row.previous)
            && request.nonce().equals(row.nonce)
            && request.successorHash().equals(row.current)
            && now() - row.rotatedAt <= REPEAT_MS;
    if (!repeated && !request.presentedHash().equals(row.current)) {
      row.endedAt = now();
      return refused(FailureCode.SIGNED_OUT);
    }
    if (!repeated) {
      row.previous = row.current;
      row.current = request.successorHash();
      row.nonce = request.nonce();
      row.rotatedAt = now();
      row.expiresAt = now() + request.idleMs();
    }
    return Future.succeededFuture(state(request.session()));
  }

  private synchronized Future<SessionEnded> end(EndSession request, Caller caller) {
    Row row = sessions.get(request.session());
    if (row != null && row.endedAt == 0) {
      row.endedAt = now();
    }
    return Future.succeededFuture(new SessionEnded(request.session()));
  }

  private synchronized Future<SessionEnded> endOwn(EndOwnSession request, Caller caller) {
    Row row = sessions.get(request.session());
    return row == null || !row.account.equals(request.account())
        ? refused(FailureCode.NOT_FOUND)
        : end(new EndSession(request.session()), caller);
  }

  private synchronized Future<Sessions> list(ListSessions request, Caller caller) {
    return Future.succeededFuture(
        new Sessions(
            living(request.account())
                .map(e -> new SessionEntry(e.getKey(), e.getValue().device, 1, 2))
                .toList()));
  }

  private synchronized Future<PasswordChanged> changePassword(
      ChangePassword request, Caller caller) {
    StoreAccount old =
        accounts.values().stream()
            .filter(account -> account.account().equals(request.account()))
            .findFirst()
            .orElseThrow();
    if (!old.passwordHash().equals(request.currentHash())) {
      return refused(FailureCode.WRONG_CREDENTIALS);
    }
    accounts.put(
        old.username(),
        new StoreAccount(
            old.account(), old.username(), old.skeleton(), old.displayName(), request.nextHash()));
    List<SessionId> others =
        living(request.account())
            .map(Map.Entry::getKey)
            .filter(session -> !session.equals(request.kept()))
            .toList();
    others.forEach(this::endSilently);
    return Future.succeededFuture(new PasswordChanged(others));
  }

  private Stream<Map.Entry<SessionId, Row>> living(UserId account) {
    return sessions.entrySet().stream()
        .filter(e -> e.getValue().account.equals(account))
        .filter(e -> e.getValue().endedAt == 0 && e.getValue().expiresAt > now());
  }

  private synchronized Future<AdministrationClaimed> claim(
      ClaimAdministration request, Caller caller) {
    if (administrator != null || !request.secretHash().equals(secretHash)) {
      return refused(FailureCode.FORBIDDEN);
    }
    administrator = request.account();
    return Future.succeededFuture(new AdministrationClaimed(administrator));
  }

  private synchronized Future<InviteStored> invite(StoreInvite request, Caller caller) {
    if (!request.account().equals(administrator)) {
      return refused(FailureCode.FORBIDDEN);
    }
    invites.put(request.codeHash(), request.uses());
    return Future.succeededFuture(new InviteStored(now() + request.lifeMs()));
  }

  private synchronized Future<EndedSessions> ended(ListEndedSessions request, Caller caller) {
    return Future.succeededFuture(
        new EndedSessions(
            sessions.entrySet().stream()
                .filter(e -> e.getValue().endedAt != 0)
                .filter(e -> now() - e.getValue().endedAt <= request.withinMs())
                .map(Map.Entry::getKey)
                .toList()));
  }

  private SessionState state(SessionId session) {
    Row row = sessions.get(session);
    StoreAccount account =
        accounts.values().stream()
            .filter(a -> Objects.equals(a.account(), row.account))
            .findFirst()
            .orElseThrow();
    return new SessionState(
        session, profile(account), account.account().equals(administrator), row.expiresAt - now());
  }

  private long now() {
    return System.currentTimeMillis() + aheadMs;
  }

  private static Profile profile(StoreAccount account) {
    return new Profile(account.account(), account.username(), account.displayName());
  }

  private static <T> Future<T> refused(FailureCode code) {
    return Future.failedFuture(BusFailure.of(code));
  }

  private static final class Row {
    private UserId account;
    private String device;
    private String current;
    private String previous;
    private String nonce;
    private long rotatedAt;
    private long expiresAt;
    private long endedAt;
  }
}
