-- Two people have a row each, in their own feed. Where one is absent there is nothing: state none,
-- no block. The states of the two always agree; a block stands in one row alone.
create table relation (
  account uuid not null references account (id),
  other uuid not null references account (id),
  state text not null check (state in ('none', 'outgoing', 'incoming', 'friends')),
  blocked boolean not null,
  note text check (char_length(note) between 1 and 200),
  since timestamptz,
  declined_at timestamptz,
  user_changed bigint not null check (user_changed >= 1),
  primary key (account, other),
  check (account <> other),
  check (not blocked or state = 'none'),
  check ((state = 'none') = (since is null)),
  check (note is null or state in ('outgoing', 'incoming'))
);

create unique index relation_user_changed on relation (account, user_changed);
create index relation_there on relation (account, other) where state <> 'none' or blocked;

comment on table relation is 'How an account stands to another: friends, a request, a block.';
comment on column relation.since is 'Since when they are friends, or when it was asked.';
comment on column relation.declined_at is 'When the account last declined to be friends with the other.';
comment on column relation.user_changed is 'Number of the last change in the feed of the account.';

alter table account
  add column open_to text not null default 'friends'
    check (open_to in ('friends', 'rooms', 'everybody')),
  add column settings_changed bigint check (settings_changed >= 1);

comment on column account.open_to is 'Who may write to it unasked.';
comment on column account.settings_changed is 'Number of the last change of the settings in the feed of the account; null if none.';
