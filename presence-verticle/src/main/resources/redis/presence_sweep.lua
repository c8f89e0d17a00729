-- Drops a batch of accounts from one roll that has run out, and the roll once it is empty.
--
-- KEYS     as in presence_prelude.lua
-- ARGV[2]  the most accounts of a batch, integer >= 1
--
-- Returns { more, at, changes }: how many rolls are still to be swept; microseconds of Redis's
-- clock; the changes that are watched. An account that several such rolls name goes offline with
-- the last of them. While it is not settled who is there nothing is swept.

if not settled then
  return { 0, now_us, {} }
end
local roll = redis.call('ZRANGEBYSCORE', ROLLS, '-inf', now, 'LIMIT', 0, 1)[1]
if not roll then
  return { 0, now_us, {} }
end

for _, account in ipairs(redis.call('SPOP', ROLL .. roll, ARGV[2])) do
  redis.call('SREM', ACCOUNT .. account, roll)
  if redis.call('EXISTS', ACCOUNT .. account) == 0 then
    changed(account, absent)
  end
end

if redis.call('EXISTS', ROLL .. roll) == 0 then
  redis.call('ZREM', ROLLS, roll)
  redis.call('DEL', ROLL .. roll .. ':number')
end

return { redis.call('ZCOUNT', ROLLS, '-inf', now), now_us, changes }
