alter table account
  add column presence_mode text not null default 'auto'
    check (presence_mode in ('auto', 'busy', 'invisible')),
  add column appearance_changed_at timestamptz;

create index account_appearance_changed_at on account (appearance_changed_at)
  where appearance_changed_at is not null;

comment on column account.presence_mode is 'How its person wants to appear to others.';
comment on column account.appearance_changed_at is 'When that was last chosen: gateways ask who chose lately.';
