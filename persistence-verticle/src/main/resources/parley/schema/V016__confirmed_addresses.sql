alter table account
  add column email_confirmed_at timestamptz,
  add constraint account_email_confirmed_check
    check (email_confirmed_at is null or email is not null);

comment on column account.email_confirmed_at is 'When whoever reads what is sent to the address said that it is right; null: nothing else is sent to it.';

create table email_confirmation (
  secret_hash text primary key check (char_length(secret_hash) between 1 and 100),
  account uuid not null unique references account (id),
  expires_at timestamptz not null
);

comment on table email_confirmation is 'Secrets that were sent to the present address of an account, to confirm it.';
comment on column email_confirmation.secret_hash is 'SHA-256 of the secret, base64url; the secret itself is stored nowhere.';
