alter table password_reset
  add column used_at timestamptz,
  add column repeats_left integer not null default 5 check (repeats_left between 0 and 5);

comment on column password_reset.used_at is 'When it set a password; from then on it only answers repeats, until it expires.';
comment on column password_reset.repeats_left is 'How many repeats of its use are answered yet.';
