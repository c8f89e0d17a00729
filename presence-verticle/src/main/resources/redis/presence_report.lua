-- Notes who came to a roll, how they are there, and who left it, and renews the roll.
--
-- KEYS     as in presence_prelude.lua
-- ARGV[2]  the roll
-- ARGV[3]  number of the report, decimal; 1 begins the roll
-- ARGV[4]  for how many milliseconds the roll holds from now, integer >= 1
-- ARGV[5]  how many accounts came, integer n >= 0
-- ARGV[6] .. ARGV[5 + 2n] the accounts that came or are there in another way, each followed by its
--          state; behind them those that left
--
-- Returns { kept, size, at, changes }: 1, or 0 if the roll had run out or is lost and nothing was
-- noted; how many accounts it holds; microseconds of Redis's clock; the changes that are watched.
-- A report with the last number is applied again, an older one is ignored.

local roll, number, kept_for = ARGV[2], ARGV[3], tonumber(ARGV[4])
local last_arrived = 5 + 2 * tonumber(ARGV[5])
local NUMBER = ROLL .. roll .. ':number'

-- By their digits: a number may be larger than what Lua counts exactly.
local function older(one, other)
  return #one < #other or (#one == #other and one < other)
end

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
  local account, state = ARGV[i], ARGV[i + 1]
  local elsewhere = state_of(account, roll)
  local here = holding and redis.call('HGET', ROLL .. roll, account) or nil
  redis.call('HSET', ROLL .. roll, account, state)
  redis.call('SADD', ACCOUNT .. account, roll)
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
  local here = redis.call('HGET', ROLL .. roll, account)
  if here then
    redis.call('HDEL', ROLL .. roll, account)
    redis.call('SREM', ACCOUNT .. account, roll)
    local elsewhere = state_of(account)
    if strength(elsewhere) < strength(here) then
      changed(account, elsewhere)
    end
  end
end

return { 1, redis.call('HLEN', ROLL .. roll), now_us, changes }
