package parley.contract.account;

import parley.contract.Doc;

@Doc("An invitation is stored.")
public record InviteStored(
    @Doc("Until when it is good, in milliseconds since 1970.") long expiresAt) {}
