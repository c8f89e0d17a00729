package parley.contract.account;

import parley.contract.Doc;

@Doc("The secret sets one new password.")
public record ResetStored(@Doc("Until when.") long expiresAt) {}
