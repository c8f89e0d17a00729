package parley.contract.conversation;

import parley.contract.Doc;

@Doc("Where the read mark stands.")
public record ReadMarked(
    @Doc("Ordinal of the last message that was read; never beyond the last message.")
        long readOrdinal) {}
