package parley.contract.presence;

import parley.contract.Doc;

@Doc("Says whether somebody uses this device at the moment.")
public record NoteIdle(
    @Doc("True from when nobody has touched it for a while until somebody does again.")
        boolean idle) {}
