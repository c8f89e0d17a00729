-- A direct conversation has no name: it has two people. Which of them stands first is told by their
-- ids alone, so two people have one conversation, whoever opened it.
alter table conversation
  drop constraint conversation_kind_check,
  alter column name drop not null,
  alter column name_key drop not null,
  alter column words drop not null,
  add column lower_account uuid references account (id),
  add column upper_account uuid references account (id),
  add constraint conversation_kind_check check (kind in ('room', 'direct')),
  add constraint conversation_room_check
    check ((kind = 'room') = (name is not null and name_key is not null and words is not null)),
  add constraint conversation_direct_check
    check ((kind = 'direct') = (lower_account is not null and upper_account is not null)),
  add constraint conversation_pair_check check (lower_account < upper_account);

create unique index conversation_direct_pair on conversation (lower_account, upper_account)
  where kind = 'direct';

comment on column conversation.lower_account is 'Of the two people of a direct conversation the one with the lower id.';
comment on column conversation.upper_account is 'The other.';

create table account_word (
  word text collate "C" not null check (char_length(word) between 1 and 120),
  account uuid not null references account (id),
  primary key (word, account)
);

create index account_word_account on account_word (account, word);

comment on table account_word is 'The words of people''s names in the form that is searched: without case, accents and width.';

-- For accounts that are there already; later ones are written by the program in its own folding,
-- which differs for rare letters only.
insert into account_word (word, account)
select distinct left(word, 120), id
from account,
  regexp_split_to_table(
    lower(regexp_replace(
      normalize(username || ' ' || display_name, nfkd), '[\u0300-\u036f]', '', 'g')),
    '[^[:alnum:]]+') as word
where word <> '';
