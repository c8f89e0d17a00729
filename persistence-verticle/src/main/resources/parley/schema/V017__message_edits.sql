alter table message add column edited_at timestamptz;

comment on column message.edited_at is 'Since when it says what it says; null if it was never edited.';

create table message_revision (
  conversation uuid not null,
  posted bigint not null,
  number integer not null check (number >= 1),
  edit_id uuid not null,
  stored_at timestamptz not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  primary key (conversation, posted, number),
  unique (conversation, posted, edit_id),
  foreign key (conversation, posted) references message (conversation, posted)
);

comment on table message_revision is 'What edited messages said before; nothing of deleted ones.';
comment on column message_revision.number is 'Counts from 1, the first thing the message said.';
comment on column message_revision.edit_id is 'The id of the edit that replaced it, chosen by who edited.';
comment on column message_revision.stored_at is 'When the message began to say so.';
