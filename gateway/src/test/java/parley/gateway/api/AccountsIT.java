package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.account.StoreAccount;
import parley.testkit.servers.RedisExtension;

class AccountsIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();
  private static ApiHost host;
  private static Http http;

  @BeforeAll
  static void start() {
    host = ApiHost.start(ApiHost.config(REDIS.uri()));
    http = host.http().fromOwnPage();
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void signsUpAndLogsIn() {
    Http.Reply signedUp =
        http.post(
                "/api/accounts",
                new JsonObject()
                    .put("username", "Ada.Lovelace")
                    .put("password", Http.PASSWORD)
                    .put("displayName", "Ada Lovelace"))
            .expect(201);

    JsonObject me = http.withCookiesOf(signedUp).get("/api/me").expect(200).json();

    assertEquals("ada.lovelace", me.getString("username"));
    assertEquals("Ada Lovelace", me.getString("displayName"));
    assertEquals(signedUp.json().getString("account"), me.getString("account"));
    assertEquals(signedUp.json().getString("session"), me.getString("session"));
  }

  @Test
  void showsTheNameAsItWasTypedWithoutADisplayName() {
    assertEquals("GraceH", http.signUp("GraceH").expect(201).json().getString("displayName"));
  }

  @Test
  void storesNoPasswordButItsHash() {
    http.signUp("hash.only").expect(201);

    StoreAccount stored = host.persistence.account("hash.only");

    assertTrue(stored.passwordHash().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    assertFalse(stored.toString().contains(stored.passwordHash()));
  }

  @Test
  void logsInUnderAnyFormOfTheName() {
    http.signUp("margaret").expect(201);

    Http.Reply loggedIn = http.logIn(" MARGARET ", Http.PASSWORD).expect(200);

    assertEquals(
        "margaret",
        http.withCookiesOf(loggedIn).get("/api/me").expect(200).json().getString("username"));
  }

  @Test
  void givesEachLogInASessionOfItsOwn() {
    String first = http.signUp("two.devices").expect(201).json().getString("session");
    String second =
        http.logIn("two.devices", Http.PASSWORD).expect(200).json().getString("session");

    assertNotEquals(first, second);
  }

  @Test
  void putsNoTokenIntoABrowsersBody() {
    Http.Reply reply = http.signUp("no.token").expect(201);

    assertEquals(
        Set.of(
            "account", "username", "displayName", "administrator", "session", "accessRemainingMs"),
        reply.json().fieldNames());
    assertFalse(reply.content().toString().contains(reply.cookieValue("parley")));
    assertFalse(reply.content().toString().contains(reply.cookieValue("parley-refresh")));
  }

  @Test
  void answersAWrongPasswordLikeAnUnknownName() {
    http.signUp("existing").expect(201);

    Http.Reply wrong =
        http.logIn("existing", "not the password").expectProblem(401, "WRONG_CREDENTIALS");
    Http.Reply unknown =
        http.logIn("not.existing", "not the password").expectProblem(401, "WRONG_CREDENTIALS");

    assertEquals(wrong.json(), unknown.json());
    assertTrue(wrong.setCookies().isEmpty());
  }

  @Test
  void answersAnImpossibleNameLikeAnUnknownOne() {
    http.logIn("not a name\u202e!", Http.PASSWORD).expectProblem(401, "WRONG_CREDENTIALS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"taken", "TAKEN", "t\u0430ken", "tak\uff45n"})
  void refusesANameThatIsTakenOrLooksLikeIt(String name) {
    if (host.persistence.account("taken") == null) {
      http.signUp("taken").expect(201);
    }
    int status = http.signUp(name).status();

    // Letters of two scripts are no name at all; all others are the taken one.
    assertEquals(name.contains("\u0430") ? 422 : 409, status);
  }

  @Test
  void refusesAWholeWordOfAnotherScriptThatLooksTheSame() {
    http.signUp("scope").expect(201);

    // Cyrillic from the first letter to the last.
    http.signUp("\u0455\u0441\u043e\u0440\u0435").expectProblem(409, "NAME_TAKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "Parley", "r00t", "everyone", "supp0rt"})
  void refusesReservedNames(String name) {
    http.signUp(name).expectProblem(409, "NAME_TAKEN");
  }

  @ParameterizedTest
  @CsvSource({
    "ab, correct horse battery, , username",
    "has space, correct horse battery, , username",
    "fine.name, short, , password",
    "same.as.name, Same.As.Name, , password",
    "fine.name, correct horse battery, 'turned \u202e round', displayName",
  })
  void namesTheFieldThatIsNotAllowed(String name, String password, String shown, String field) {
    JsonObject body = new JsonObject().put("username", name).put("password", password);
    if (shown != null) {
      body.put("displayName", shown);
    }

    Http.Reply refused = http.post("/api/accounts", body).expectProblem(422, "MALFORMED");

    assertEquals(field, refused.json().getString("field"));
  }
}
