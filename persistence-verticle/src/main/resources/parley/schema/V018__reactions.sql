create table reaction (
  conversation uuid not null,
  posted bigint not null,
  emoji text collate "C" not null check (char_length(emoji) between 1 and 40),
  account uuid not null,
  number bigint not null check (number >= 1),
  primary key (conversation, posted, emoji, account),
  foreign key (conversation, posted) references message (conversation, posted)
);

create unique index reaction_number on reaction (conversation, number);

comment on table reaction is 'Who answered which message with which emoji.';
comment on column reaction.number is 'Number of the change in the feed with which it came; orders them.';

alter table message add column reactions jsonb;

comment on column message.reactions is 'What table reaction says of the message, as it is told: counted, the first ones named.';
