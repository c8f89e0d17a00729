-- A feed is numbered without gaps: whoever changes something in it holds its row locked, takes the
-- numbers behind head and moves head, all in one transaction. Rows of several feeds are always
-- locked in the order of their ids.
create table feed (
  id uuid primary key,
  kind text not null check (kind in ('conversation', 'user')),
  head bigint not null default 0 check (head >= 0),
  ordinal bigint not null default 0 check (ordinal between 0 and head),
  policy_version bigint not null default 1 check (policy_version >= 1),
  last_at timestamptz not null default clock_timestamp()
) with (fillfactor = 60);

comment on table feed is 'One row a feed: of a conversation or of an account, which share their ids with it.';
comment on column feed.head is 'Number of the last change.';
comment on column feed.ordinal is 'How many messages were ever posted.';
comment on column feed.policy_version is 'Grows whenever rights in the conversation shrink; decisions name the version they rest on.';
comment on column feed.last_at is 'When the last message was stored; no later message gets an earlier time.';

create table account (
  id uuid primary key references feed (id),
  username text not null unique check (char_length(username) between 1 and 32),
  skeleton text not null unique check (char_length(skeleton) between 1 and 400),
  display_name text not null check (char_length(display_name) between 1 and 60),
  password_hash text not null check (char_length(password_hash) between 1 and 300),
  created_at timestamptz not null default clock_timestamp()
);

comment on table account is 'Who people are. Its feed has the same id.';
comment on column account.skeleton is 'The form of the user name that look-alikes share.';
comment on column account.password_hash is 'PHC string.';

create table session (
  id uuid primary key,
  account uuid not null references account (id),
  refresh_hash text not null check (char_length(refresh_hash) between 1 and 128),
  previous_hash text,
  rotation_nonce text,
  rotated_at timestamptz,
  device text not null check (char_length(device) <= 200),
  created_at timestamptz not null default clock_timestamp(),
  refreshed_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  check ((previous_hash is null) = (rotated_at is null)),
  check ((previous_hash is null) = (rotation_nonce is null))
);

create index session_account on session (account);
create index session_ended on session (ended_at) where ended_at is not null;
create index session_expires on session (expires_at) where ended_at is null;

comment on table session is 'One log-in on one device; decides which refresh token is good and whether the session lives.';
comment on column session.refresh_hash is 'Hash of the one good refresh token.';
comment on column session.previous_hash is 'Hash of the token it replaced: good once more with the same nonce within a minute.';

create table conversation (
  id uuid primary key references feed (id),
  kind text not null check (kind in ('room')),
  name text not null check (char_length(name) between 1 and 60),
  name_key text collate "C" not null check (char_length(name_key) between 1 and 120),
  words tsvector not null,
  topic text check (char_length(topic) between 1 and 250),
  created_by uuid not null references account (id),
  created_at timestamptz not null default clock_timestamp(),
  member_count bigint not null check (member_count >= 0),
  changed bigint not null check (changed >= 1)
);

create unique index conversation_room_name on conversation (name_key) where kind = 'room';
create index conversation_room_words on conversation using gin (words) where kind = 'room';

comment on table conversation is 'Attributes of a conversation. Its feed has the same id.';
comment on column conversation.name_key is 'The form of a room''s name that is unique; the directory is ordered by it.';
comment on column conversation.words is 'The words of the name in the form that is searched.';
comment on column conversation.changed is 'Number of the last change of these attributes in the feed.';

create table member (
  conversation uuid not null references conversation (id),
  account uuid not null references account (id),
  role text not null check (role in ('owner', 'moderator', 'member')),
  state text not null check (state in ('joined', 'left', 'removed')),
  changed bigint not null check (changed >= 1),
  user_changed bigint not null check (user_changed >= 1),
  read_ordinal bigint not null check (read_ordinal >= 0),
  mark_changed bigint not null check (mark_changed >= 1),
  joined_at timestamptz not null default clock_timestamp(),
  primary key (conversation, account),
  check (user_changed <> mark_changed)
) with (fillfactor = 80);

create unique index member_changed on member (conversation, changed);
create unique index member_user_changed on member (account, user_changed);
create unique index member_mark_changed on member (account, mark_changed);

comment on table member is 'Who belongs or belonged to a conversation, and how far it was read.';
comment on column member.changed is 'Number of the last change of role or state in the conversation''s feed.';
comment on column member.user_changed is 'Number of the same change in the account''s feed.';
comment on column member.mark_changed is 'Number of the last change of read_ordinal in the account''s feed.';

-- No foreign keys here: an append holds the feed's row locked and rests on its policy version, so
-- conversation and sender exist; a look-up and a row lock per message would cost as much as the
-- insert.
create table message (
  conversation uuid not null,
  posted bigint not null check (posted >= 1),
  ordinal bigint not null check (ordinal between 1 and posted),
  changed bigint not null check (changed >= posted),
  sender uuid not null,
  client_id uuid not null,
  stored_at timestamptz not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  primary key (conversation, posted),
  unique (conversation, sender, client_id)
);

create unique index message_changed on message (conversation, changed);

comment on table message is 'Messages, numbered in the feed of their conversation.';
comment on column message.posted is 'Number in the feed that orders it for ever.';
comment on column message.ordinal is 'Counts messages only, from 1.';
comment on column message.changed is 'Number of its last change in the feed.';

create table feed_change (
  feed uuid not null,
  head bigint not null,
  at timestamptz not null default clock_timestamp()
);

create index feed_change_at on feed_change (at);

comment on table feed_change is 'Which feeds changed lately: read by the beacon, pruned by it after a while.';

create table beacon (
  sole boolean primary key default true check (sole),
  told_at timestamptz not null
);

comment on table beacon is 'One row: which second was told last, so that many processes tell it once.';

insert into beacon (told_at) values ('-infinity');
