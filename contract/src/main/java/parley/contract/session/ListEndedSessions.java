package parley.contract.session;

import parley.contract.Doc;

@Doc("Asks which sessions ended lately.")
public record ListEndedSessions(
    @Doc("How far back, in milliseconds of the clock of the database.") long withinMs) {}
