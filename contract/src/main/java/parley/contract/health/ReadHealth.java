package parley.contract.health;

import parley.contract.Doc;

@Doc("Asks a part whether it can do its work.")
public record ReadHealth() {}
