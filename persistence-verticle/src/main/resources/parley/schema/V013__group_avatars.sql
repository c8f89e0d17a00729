-- A room or group has a picture as an account has; a conversation of two shows the other person's.
alter table conversation
  add column avatar text check (char_length(avatar) between 1 and 64),
  add constraint conversation_pictured_check check (kind <> 'direct' or avatar is null);

create table conversation_avatar (
  conversation uuid not null references conversation (id),
  size integer not null check (size in (48, 96, 256)),
  hash text not null check (char_length(hash) between 1 and 64),
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  content bytea not null check (octet_length(content) between 1 and 300000),
  primary key (conversation, size)
);

alter table conversation_avatar alter column content set storage external;

create index conversation_avatar_hash on conversation_avatar (hash, size);

comment on column conversation.avatar is 'Which picture, see conversation_avatar.hash.';
comment on table conversation_avatar is 'The picture of a room or group in its sizes, as avatar has those of accounts.';
comment on column conversation_avatar.hash is 'Hash of the picture, the same for all its sizes; it is asked for by it.';
