create table conversation_link (
  id uuid primary key,
  conversation uuid not null references conversation (id),
  secret_hash text not null check (char_length(secret_hash) = 43),
  created_by uuid not null references account (id),
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  uses_left integer not null check (uses_left between 0 and 1000)
);

create index conversation_link_conversation on conversation_link (conversation);

comment on table conversation_link is 'Links that let people into a conversation; a revoked one is deleted.';
comment on column conversation_link.secret_hash is 'SHA-256 of the secret, base64url; the secret itself is stored nowhere.';

alter table member
  add column preferences_changed bigint check (preferences_changed >= 1),
  add column archived boolean not null default false,
  add column hidden boolean not null default false,
  add column favourite boolean not null default false,
  add column alerts text not null default 'all' check (alerts in ('all', 'mentions', 'nothing')),
  add column muted_until timestamptz;

create unique index member_preferences_changed on member (account, preferences_changed);

comment on column member.preferences_changed is 'Number of the last change of the preferences in the account''s feed; null if none.';
comment on column member.archived is 'The member has put it aside.';
comment on column member.hidden is 'The member wants to see it only when somebody writes.';
comment on column member.alerts is 'What the member wants to be told of.';
comment on column member.muted_until is 'Until when the member wants to be told of nothing.';
