package parley.contract.account;

import parley.contract.Doc;

@Doc("Whether the secret is good.")
public record AdministrationOffered(
    @Doc("False if there is an administrator already.") boolean open) {}
