package parley.gateway.avatar;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;
import parley.contract.account.Profile;
import parley.contract.account.ProfileOperations;
import parley.contract.account.ReadAvatar;
import parley.contract.account.StoreAvatar;
import parley.gateway.http.Access;
import parley.gateway.http.Answer;
import parley.gateway.http.Client;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.Route;
import parley.gateway.session.SessionContext;
import parley.gateway.session.SessionGuard;

/** Pictures of people: uploading, taking away, handing out. */
public final class AvatarRoutes {
  private static final Route STORE =
      Route.put("/api/avatar")
          .summary("Show this picture of oneself: its middle square, at most 40 megapixels.")
          .by(Access.SESSION)
          .takesBytes(ImageFormat.mediaTypes())
          .answers(Answer.of(200, "How the account is seen now.", Profile.class))
          .fails(422, FailureCode.MALFORMED)
          .fails(FailureCode.RATE_LIMITED, FailureCode.NOT_FOUND);
  private static final Route REMOVE =
      Route.delete("/api/avatar")
          .summary("Show no picture of oneself.")
          .by(Access.SESSION)
          .answers(Answer.of(200, "How the account is seen now.", Profile.class))
          .fails(FailureCode.NOT_FOUND);
  private static final Route READ =
      Route.get("/api/avatars/{hash}/{size}")
          .summary(
              "A picture of somebody, or of a room or group, for whoever knows its hash; what that"
                  + " names never changes.")
          .by(Access.SESSION)
          .with("hash", String.class, "The picture, as a profile or a conversation names it.")
          .with("size", Integer.class, "Width and height in pixels: 48, 96 or 256.")
          .answers(
              Answer.ofBytes(200, "The picture.", "image/png", "image/jpeg")
                  .header("ETag", "Names the picture in this size."))
          .answers(Answer.empty(304, "The picture is the one that is known."))
          .fails(FailureCode.NOT_FOUND);

  /** What is answered here. */
  public static final List<Route> ROUTES = List.of(STORE, REMOVE, READ);

  private final ClientAddress addresses;
  private final BusClient bus;
  private final SessionGuard guard;
  private final Uploads uploads;

  public AvatarRoutes(ClientAddress addresses, BusClient bus, SessionGuard guard, Uploads uploads) {
    this.addresses = addresses;
    this.bus = bus;
    this.guard = guard;
    this.uploads = uploads;
  }

  public void addTo(Endpoints endpoints) {
    endpoints.on(STORE, this::store).on(REMOVE, this::remove).on(READ, this::read);
  }

  private Future<?> store(RoutingContext context) {
    return uploads
        .take(context, (session, avatar) -> keep(avatar, session, client(context)))
        .compose(profile -> Endpoints.answer(context, 200, profile));
  }

  private Future<?> remove(RoutingContext context) {
    return guard
        .authenticate(context)
        .compose(session -> keep(null, session, client(context)))
        .compose(profile -> Endpoints.answer(context, 200, profile));
  }

  /** Made when something is asked for, since an upload takes its time. */
  private Client client(RoutingContext context) {
    return Client.of(context.request(), addresses);
  }

  private Future<Profile> keep(Avatar avatar, SessionContext session, Client client) {
    StoreAvatar request = new StoreAvatar(session.account(), avatar);
    return bus.request(ProfileOperations.STORE_AVATAR, request, client.caller())
        .onSuccess(
            profile ->
                bus.publish(
                    ProfileOperations.PROFILE_CHANGES, profile.account().toString(), profile));
  }

  private Future<?> read(RoutingContext context) {
    String hash = context.pathParam("hash");
    String size = context.pathParam("size");
    String tag = '"' + hash + '-' + size + '"';
    return guard
        .authenticate(context)
        .map(session -> asked(hash, size))
        .compose(
            asked ->
                tag.equals(context.request().getHeader("If-None-Match"))
                    ? known(context, tag)
                    : bus.request(ProfileOperations.READ_AVATAR, asked, client(context).caller())
                        .compose(image -> answer(context, tag, image)));
  }

  private static ReadAvatar asked(String hash, String size) {
    try {
      if (Avatar.SIZES.stream().map(String::valueOf).anyMatch(size::equals)) {
        return new ReadAvatar(hash, Integer.parseInt(size));
      }
    } catch (BusFailure malformed) {
      // A path that can name nothing.
    }
    throw BusFailure.of(FailureCode.NOT_FOUND);
  }

  private static Future<Void> known(RoutingContext context, String tag) {
    return cached(context, tag).setStatusCode(304).end();
  }

  private static Future<Void> answer(RoutingContext context, String tag, AvatarImage image) {
    return cached(context, tag)
        .putHeader("Content-Type", image.mediaType())
        .putHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .end(Buffer.buffer(Base64.getDecoder().decode(image.content())));
  }

  private static HttpServerResponse cached(RoutingContext context, String tag) {
    return context
        .response()
        .putHeader("ETag", tag)
        .putHeader("Cache-Control", "private, max-age=31536000, immutable");
  }
}
