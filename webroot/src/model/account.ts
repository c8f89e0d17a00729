/** Who may sign up: everybody, whoever has an invitation, nobody. */
export type SignUpPolicy = "open" | "invite" | "closed";
