package parley.persistence.conversation;

import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.id.UserId;

/**
 * How a membership shall be.
 *
 * @param role null for the role that there is; who begins without one is a member
 */
record Wanted(UserId account, MemberState state, Role role) {}
