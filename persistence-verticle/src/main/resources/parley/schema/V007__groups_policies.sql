-- A group has a name as a room has, but no key: it is in no directory, and its name need not be its
-- own.
alter table conversation
  drop constraint conversation_kind_check,
  drop constraint conversation_room_check,
  add column writers text not null default 'everybody'
    check (writers in ('everybody', 'moderators')),
  add column slow_seconds integer not null default 0 check (slow_seconds between 0 and 3600),
  add column history text not null default 'all' check (history in ('all', 'since_joining')),
  add constraint conversation_kind_check check (kind in ('room', 'direct', 'group')),
  add constraint conversation_named_check check ((kind <> 'direct') = (name is not null)),
  add constraint conversation_room_check
    check ((kind = 'room') = (name_key is not null) and (kind = 'room') = (words is not null));

comment on column conversation.writers is 'Who may write.';
comment on column conversation.slow_seconds is 'Pause between two messages of one member.';
comment on column conversation.history is 'What who joins from now on sees of the past.';

alter table member
  add column visible_from bigint not null default 0 check (visible_from >= 0),
  add column posted_at timestamptz;

create index member_owner on member (conversation) where role = 'owner' and state = 'joined';

comment on column member.visible_from is 'Messages posted before this number are not for the member.';
comment on column member.posted_at is 'When the member last wrote; kept only where members write slowly.';
