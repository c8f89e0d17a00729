package parley.gateway.api;

import java.util.List;
import java.util.stream.Stream;
import parley.gateway.account.AccountRoutes;
import parley.gateway.account.AdministrationRoutes;
import parley.gateway.account.OwnAccountRoutes;
import parley.gateway.account.PasswordResetRoutes;
import parley.gateway.avatar.AvatarRoutes;
import parley.gateway.avatar.ConversationPictureRoutes;
import parley.gateway.bridge.HandshakeRoutes;
import parley.gateway.docs.DocumentRoutes;
import parley.gateway.health.HealthRoutes;
import parley.gateway.http.DeclaredRoutes;
import parley.gateway.session.SessionParts;

/** Everything that a gateway answers over HTTP, the client's files apart. */
public final class Surface {
  /** In the order of the OpenAPI document. */
  public static final DeclaredRoutes DECLARED =
      new DeclaredRoutes(
          Stream.of(
                  AccountRoutes.ROUTES,
                  OwnAccountRoutes.ROUTES,
                  PasswordResetRoutes.ROUTES,
                  AvatarRoutes.ROUTES,
                  ConversationPictureRoutes.ROUTES,
                  SessionParts.ROUTES,
                  AdministrationRoutes.ROUTES,
                  HandshakeRoutes.ROUTES,
                  HealthRoutes.ROUTES,
                  DocumentRoutes.ROUTES)
              .flatMap(List::stream)
              .toList());

  private Surface() {}
}
