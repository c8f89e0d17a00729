create table avatar (
  account uuid not null references account (id),
  size integer not null check (size in (48, 96, 256)),
  hash text not null check (char_length(hash) between 1 and 64),
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  content bytea not null check (octet_length(content) between 1 and 300000),
  primary key (account, size)
);

alter table avatar alter column content set storage external;

create index avatar_hash on avatar (hash, size);

comment on table avatar is 'The picture of an account in its sizes; two accounts with one picture have it twice.';
comment on column avatar.hash is 'Hash of the picture, the same for all its sizes; it is asked for by it.';
