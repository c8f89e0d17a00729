alter table account add column administrator boolean not null default false;

comment on column account.administrator is 'Whether the person may invite others.';

create index account_administrator on account (id) where administrator;

create table administrator_claim (
  one boolean primary key default true check (one),
  secret_hash text not null check (char_length(secret_hash) between 1 and 100),
  claimed_by uuid references account (id)
);

comment on table administrator_claim is 'At most one row: the one-time secret that makes the first administrator.';
comment on column administrator_claim.secret_hash is 'SHA-256, base64url.';

create table invite (
  code_hash text primary key check (char_length(code_hash) between 1 and 100),
  created_by uuid not null references account (id),
  created_at timestamptz not null default clock_timestamp(),
  uses_left integer not null check (uses_left between 0 and 1000),
  expires_at timestamptz not null
);

create index invite_expires on invite (expires_at);

comment on table invite is 'Codes that admit new accounts where signing up needs one.';
comment on column invite.code_hash is 'SHA-256 of the code, base64url; the code itself is stored nowhere.';
