package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.Profile;

/** Body of an administrator's question for somebody who forgot the password. */
@Doc("Asks for a link that sets a new password for somebody.")
record ResetFor(@Doc("The user name.") String username) {
  ResetFor {
    Check.line("username", username, 1, Profile.MAX_USERNAME);
  }
}
