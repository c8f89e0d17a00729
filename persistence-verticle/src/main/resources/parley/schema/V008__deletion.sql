create table account_deletion (
  account uuid primary key references account (id),
  asked_at timestamptz not null default clock_timestamp()
);

comment on table account_deletion is 'Deleted accounts whose memberships have not all ended yet; each is gone through step by step.';
