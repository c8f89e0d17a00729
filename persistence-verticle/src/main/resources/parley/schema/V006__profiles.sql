-- What others see of an account has a version; of a deleted account nothing is seen. The hash of the
-- look-alike form stays for ever, so that nobody takes the name of somebody who went.
alter table account
  alter column username drop not null,
  alter column skeleton drop not null,
  alter column display_name drop not null,
  alter column password_hash drop not null,
  add column skeleton_hash text,
  add column profile_version bigint not null default 1 check (profile_version >= 1),
  add column status_text text check (char_length(status_text) between 1 and 80),
  add column status_emoji text check (char_length(status_emoji) between 1 and 40),
  add column status_until timestamptz,
  add column avatar text check (char_length(avatar) between 1 and 64),
  add column email text check (char_length(email) between 3 and 254),
  add column deleted_at timestamptz;

update account set skeleton_hash = encode(sha256(convert_to(skeleton, 'UTF8')), 'hex');

alter table account
  alter column skeleton_hash set not null,
  add constraint account_skeleton_hash unique (skeleton_hash),
  add constraint account_status_check
    check (status_until is null or status_text is not null or status_emoji is not null),
  add constraint account_deleted_check check (
    case when deleted_at is null
      then username is not null and skeleton is not null and display_name is not null
        and password_hash is not null
      else username is null and skeleton is null and display_name is null
        and password_hash is null and status_text is null and status_emoji is null
        and avatar is null and email is null and not administrator
    end);

create unique index account_email on account (lower(email)) where email is not null;

comment on column account.skeleton_hash is 'SHA-256 of the look-alike form, hexadecimal; stays when the account is deleted.';
comment on column account.profile_version is 'Grows with every change of what others see.';
comment on column account.status_until is 'When the status ends to be told.';
comment on column account.avatar is 'Which picture, see avatar.hash.';
comment on column account.email is 'Where a forgotten password is helped; told to nobody else.';
comment on column account.deleted_at is 'Since when only the id is left.';
