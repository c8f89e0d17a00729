-- Where nobody is left nobody ever comes again, and the name is free for another room.
alter table conversation add column closed_at timestamptz;

comment on column conversation.closed_at is 'Since when nobody belongs to it, so that nobody ever will; never of a direct conversation.';

update conversation set closed_at = clock_timestamp() where member_count = 0 and kind <> 'direct';

delete from conversation_link
where conversation in (select id from conversation where closed_at is not null);

drop index conversation_room_name;
create unique index conversation_room_name on conversation (name_key)
  where kind = 'room' and closed_at is null;
