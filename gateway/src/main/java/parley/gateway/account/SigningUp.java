package parley.gateway.account;

import parley.contract.Doc;

/**
 * What a page tells before somebody signs up.
 *
 * @param policy who may
 */
@Doc("Who may sign up.")
record SigningUp(@Doc("Everybody, whoever has an invitation, or nobody.") SignUpPolicy policy) {}
