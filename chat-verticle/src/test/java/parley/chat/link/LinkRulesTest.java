package parley.chat.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.contract.id.ConversationId;
import parley.contract.id.LinkId;
import parley.contract.id.UserId;
import parley.contract.link.CreateLink;
import parley.contract.link.LinkPreview;
import parley.contract.link.StoreLink;
import parley.contract.link.StoredLink;
import parley.contract.link.TakeLink;
import parley.contract.link.UseLink;

class LinkRulesTest {
  private static final ConversationId GROUP =
      ConversationId.of("0191b5a0-0000-7000-8000-0000000000c1");
  private static final UserId ADA = UserId.of("0191b5a0-0000-7000-8000-0000000000a1");
  private static final LinkId LINK = LinkId.of("0191b5a0-0000-7000-8000-0000000000f1");
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  private static final UseLink USE = new UseLink(LINK, SECRET);

  @Test
  void opensWithItsSecretAndNoOther() {
    StoredLink link = link(true);
    assertSame(link, LinkRules.opened(link, SECRET));
    String other = SECRET.substring(0, SECRET.length() - 1) + "w";
    meets(FailureCode.NOT_FOUND, () -> LinkRules.opened(link, other));
  }

  @Test
  void hashesWhatIsWrittenAsBrowsersDo() {
    assertEquals("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0", LinkRules.hash("abc"));
  }

  @ParameterizedTest
  @CsvSource({"OWNER,", "MODERATOR,", "MEMBER,FORBIDDEN"})
  void moderatorsAndOwnersMakeLinks(Role role, FailureCode refusal) {
    CreateLink request = new CreateLink(LINK, GROUP, LinkRules.hash(SECRET), 24, 1);
    Standing standing = standing(MemberState.JOINED, role);
    if (refusal == null) {
      assertEquals(new StoreLink(ADA, request, 7), LinkRules.create(request, ADA, standing));
    } else {
      meets(refusal, () -> LinkRules.create(request, ADA, standing));
    }
    Standing left = standing(MemberState.LEFT, role);
    meets(FailureCode.NOT_A_MEMBER, () -> LinkRules.create(request, ADA, left));
  }

  @Test
  void letsInStrangersAndThoseWhoLeftWhileItIsGood() {
    for (MemberState state : new MemberState[] {null, MemberState.LEFT}) {
      Standing standing = standing(state, Role.MEMBER);
      assertEquals(
          new TakeLink(LINK, GROUP, ADA, 7), LinkRules.use(USE, ADA, link(true), standing));
      assertEquals(
          new LinkPreview(GROUP, ConversationKind.GROUP, "Tea", 2, false, "hash"),
          LinkRules.preview(link(true), standing));
      meets(FailureCode.NOT_FOUND, () -> LinkRules.use(USE, ADA, link(false), standing));
      meets(FailureCode.NOT_FOUND, () -> LinkRules.preview(link(false), standing));
    }
  }

  @Test
  void membersComeBackByItWhenItIsUsedUp() {
    Standing member = standing(MemberState.JOINED, Role.MEMBER);
    assertEquals(new TakeLink(LINK, GROUP, ADA, 7), LinkRules.use(USE, ADA, link(false), member));
    assertEquals(true, LinkRules.preview(link(false), member).joined());
  }

  @Test
  void whoWasRemovedStaysOut() {
    Standing removed = standing(MemberState.REMOVED, Role.MEMBER);
    meets(FailureCode.FORBIDDEN, () -> LinkRules.use(USE, ADA, link(true), removed));
  }

  private static StoredLink link(boolean good) {
    return new StoredLink(
        GROUP, LinkRules.hash(SECRET), good, ConversationKind.GROUP, "Tea", 2, "hash");
  }

  private static Standing standing(MemberState state, Role role) {
    return new Standing(ConversationKind.GROUP, state, role, Policy.OPEN, 0, 7, 41);
  }

  private static void meets(FailureCode code, Executable decision) {
    assertEquals(code, assertThrows(BusFailure.class, decision).code());
  }
}
