package parley.contract.account;

import parley.contract.Doc;

@Doc("Asks what the caller has chosen for the account.")
public record ReadSettings() {}
