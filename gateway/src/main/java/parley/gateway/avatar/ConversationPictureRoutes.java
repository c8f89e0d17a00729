package parley.gateway.avatar;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.Avatar;
import parley.contract.conversation.AttributesChanged;
import parley.contract.conversation.ChangePicture;
import parley.contract.conversation.ConversationOperations;
import parley.contract.id.ConversationId;
import parley.gateway.http.Access;
import parley.gateway.http.Answer;
import parley.gateway.http.Client;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.Route;
import parley.gateway.session.SessionContext;
import parley.gateway.session.SessionGuard;

/** Pictures of rooms and groups: uploading and taking away. Chat says who may. */
public final class ConversationPictureRoutes {
  private static final String CONVERSATION = "conversation";
  private static final String PATH = "/api/conversations/{" + CONVERSATION + "}/avatar";

  private static final Route STORE =
      about(Route.put(PATH).summary("Show this picture of a room or group, as of oneself."))
          .takesBytes(ImageFormat.mediaTypes())
          .fails(422, FailureCode.MALFORMED)
          .fails(FailureCode.RATE_LIMITED);
  private static final Route REMOVE =
      about(Route.delete(PATH).summary("Show no picture of a room or group."));

  /** What is answered here. */
  public static final List<Route> ROUTES = List.of(STORE, REMOVE);

  private final ClientAddress addresses;
  private final BusClient bus;
  private final SessionGuard guard;
  private final Uploads uploads;

  public ConversationPictureRoutes(
      ClientAddress addresses, BusClient bus, SessionGuard guard, Uploads uploads) {
    this.addresses = addresses;
    this.bus = bus;
    this.guard = guard;
    this.uploads = uploads;
  }

  private static Route about(Route route) {
    return route
        .by(Access.SESSION)
        .with(CONVERSATION, ConversationId.class, "Which room or group; for its moderators.")
        .answers(Answer.of(200, "How the conversation is seen now.", AttributesChanged.class))
        .fails(FailureCode.NOT_A_MEMBER, FailureCode.NOT_FOUND);
  }

  public void addTo(Endpoints endpoints) {
    endpoints.on(STORE, this::store).on(REMOVE, this::remove);
  }

  private Future<?> store(RoutingContext context) {
    return uploads
        .take(context, (session, avatar) -> change(context, avatar, session))
        .compose(changed -> Endpoints.answer(context, 200, changed));
  }

  private Future<?> remove(RoutingContext context) {
    return guard
        .authenticate(context)
        .compose(session -> change(context, null, session))
        .compose(changed -> Endpoints.answer(context, 200, changed));
  }

  private Future<AttributesChanged> change(
      RoutingContext context, Avatar avatar, SessionContext session) {
    // Made now, since an upload takes its time.
    Client client = Client.of(context.request(), addresses);
    ChangePicture request = new ChangePicture(named(context), avatar);
    return bus.request(ConversationOperations.CHANGE_PICTURE, request, session.caller(client));
  }

  /** What is no id at all names no conversation. */
  private static ConversationId named(RoutingContext context) {
    try {
      return ConversationId.of(context.pathParam(CONVERSATION));
    } catch (BusFailure notAnId) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
  }
}
