-- Drops a batch of accounts from one roll that has run out, and the roll once it is empty.
--
-- KEYS     as in presence_prelude.lua
-- ARGV[2]  the most accounts of a batch, integer >= 1
--
-- Returns { more, at, changes }: how many rolls are still to be swept; microseconds of Redis's
-- clock; the changes that are watched. An account that several such rolls name goes offline with
-- the last of them; one that others still hold may be there less than it was. While it is not
-- settled who is there nothing is swept.

if not settled then
  return { 0, now_us, {} }
end
local roll = redis.call('ZRANGEBYSCORE', ROLLS, '-inf', now, 'LIMIT', 0, 1)[1]
if not roll then
  return { 0, now_us, {} }
end

local ran_out = tonumber(redis.call('ZSCORE', ROLLS, roll))
local batch = redis.call('HRANDFIELD', ROLL .. roll, ARGV[2], 'WITHVALUES')
for i = 1, #batch, 2 do
  local account = batch[i]
  local state, shares = parts(batch[i + 1])
  redis.call('HDEL', ROLL .. roll, account)
  redis.call('SREM', ACCOUNT .. account, roll)
  local elsewhere = state_of(account)
  if not elsewhere then
    leave_seen(account, ran_out, shares)
  end
  local last = redis.call('EXISTS', ACCOUNT .. account) == 0
  if strength(elsewhere) < strength(state) and (elsewhere or last) then
    changed(account, elsewhere)
  end
end

if redis.call('EXISTS', ROLL .. roll) == 0 then
  redis.call('ZREM', ROLLS, roll)
  redis.call('DEL', ROLL .. roll .. ':number')
end

return { redis.call('ZCOUNT', ROLLS, '-inf', now), now_us, changes }
