-- Several accounts may share an address, so that nobody learns from a refusal who has one.
drop index account_email;
create index account_email on account (lower(email)) where email is not null;

create table password_reset (
  secret_hash text primary key check (char_length(secret_hash) between 1 and 100),
  account uuid not null references account (id),
  created_by uuid references account (id),
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);

create index password_reset_account on password_reset (account, created_at);

comment on table password_reset is 'One-time secrets that set a new password.';
comment on column password_reset.secret_hash is 'SHA-256 of the secret, base64url; the secret itself is stored nowhere.';
comment on column password_reset.created_by is 'The administrator who made it; null: it was sent to the account''s address.';
