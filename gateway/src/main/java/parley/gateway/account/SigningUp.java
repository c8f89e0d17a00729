package parley.gateway.account;

/**
 * What a page tells before somebody signs up.
 *
 * @param policy who may
 */
record SigningUp(SignUpPolicy policy) {}
