package parley.contract.presence;

import parley.contract.Doc;

@Doc("It counts from now on, for this socket alone.")
public record IdleNoted(@Doc("As it was said.") boolean idle) {}
