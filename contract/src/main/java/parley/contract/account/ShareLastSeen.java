package parley.contract.account;

import parley.contract.Doc;

@Doc("Chooses whether others see when the caller was last here.")
public record ShareLastSeen(
    @Doc("Whether those who see that the caller is offline see since when.") boolean shares) {}
