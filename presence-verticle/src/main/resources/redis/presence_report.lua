-- Notes who came to a roll, how they are there, and who left it, and renews the roll.
--
-- KEYS     as in presence_prelude.lua
-- ARGV[2]  the roll
-- ARGV[3]  number of the report, decimal; 1 begins the roll
-- ARGV[4]  for how many milliseconds the roll holds from now, integer >= 1
-- ARGV[5]  how many accounts came, integer n >= 0
-- ARGV[6] .. ARGV[5 + 2n] the accounts that came or are there in another way, each followed by
--          its entry; behind them those that left
--
-- Returns { kept, size, at, changes }: 1, or 0 if the roll had run out or is lost and nothing was
-- noted; how many accounts it holds; microseconds of Redis's clock; the changes that are watched.
-- A report with the last number is applied again, an older one is ignored.

local roll, number, kept_for = ARGV[2], ARGV[3], tonumber(ARGV[4])
local last_arrived = 5 + 2 * tonumber(ARGV[5])
local NUMBER = ROLL .. roll .. ':number'

local reported = redis.call('GET', NUMBER)
local holding = reported and holds(roll)
local begins = number == '1' and (not reported or reported == '1')

if not holding and not begins then
  return { 0, 0, now_us, {} }
end
if holding and older(number, reported) then
  return { 1, redis.call('HLEN', ROLL .. roll), now_us, {} }
end

for i = 6, last_arrived, 2 do
  local account, entry = ARGV[i], ARGV[i + 1]
  local state = parts(entry)
  local elsewhere = state_of(account, roll)
  local here = parts(holding and redis.call('HGET', ROLL .. roll, account))
  redis.call('HSET', ROLL .. roll, account, entry)
  redis.call('SADD', ACCOUNT .. account, roll)
  -- While somebody is here nothing is kept of when that was before.
  if seen(account) > 0 then
    redis.call('DEL', SEEN .. account)
  end
  local now_there = stronger(state, elsewhere)
  if now_there ~= stronger(here, elsewhere) then
    changed(account, now_there)
  end
end

-- Only now: a roll that had run out kept nobody online.
redis.call('ZADD', ROLLS, now + kept_for, roll)
redis.call('SET', NUMBER, number)

for i = last_arrived + 1, #ARGV do
  local account = ARGV[i]
  local here, shares = parts(redis.call('HGET', ROLL .. roll, account))
  if here then
    redis.call('HDEL', ROLL .. roll, account)
    redis.call('SREM', ACCOUNT .. account, roll)
    local elsewhere = state_of(account)
    if not elsewhere then
      leave_seen(account, now, shares)
    end
    if strength(elsewhere) < strength(here) then
      changed(account, elsewhere)
    end
  end
end

return { 1, redis.call('HLEN', ROLL .. roll), now_us, changes }
