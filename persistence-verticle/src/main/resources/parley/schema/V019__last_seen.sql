alter table account
  add column last_seen_shared boolean not null default false;

comment on column account.last_seen_shared is 'Whether others see when its person was last here. The moment itself is in Redis.';
