-- Notes who came to a roll and who left it, and renews the roll.
--
-- KEYS     as in presence_prelude.lua
-- ARGV[2]  the roll
-- ARGV[3]  number of the report, decimal; 1 begins the roll
-- ARGV[4]  for how many milliseconds the roll holds from now, integer >= 1
-- ARGV[5]  how many accounts came, integer n >= 0
-- ARGV[6] .. ARGV[5 + n]  the accounts that came; behind them those that left
--
-- Returns { kept, size, at, changes }: 1, or 0 if the roll had run out or is lost and nothing was
-- noted; how many accounts it holds; microseconds of Redis's clock; the changes that are watched.
-- A report with the last number is applied again, an older one is ignored.

local roll, number, holds = ARGV[2], ARGV[3], tonumber(ARGV[4])
local last_arrived = 5 + tonumber(ARGV[5])
local NUMBER = ROLL .. roll .. ':number'

-- By their digits: a number may be larger than what Lua counts exactly.
local function older(one, other)
  return #one < #other or (#one == #other and one < other)
end

local runs_out = tonumber(redis.call('ZSCORE', ROLLS, roll))
local reported = redis.call('GET', NUMBER)
local holding = reported and runs_out and runs_out > now
local begins = number == '1' and (not reported or reported == '1')

if not holding and not begins then
  return { 0, 0, now_us, {} }
end
if holding and older(number, reported) then
  return { 1, redis.call('SCARD', ROLL .. roll), now_us, {} }
end

for i = 6, last_arrived do
  local account = ARGV[i]
  local before = online(account)
  redis.call('SADD', ROLL .. roll, account)
  redis.call('SADD', ACCOUNT .. account, roll)
  if not before then
    changed(account, 'ONLINE')
  end
end

-- Only now: a roll that had run out kept nobody online.
redis.call('ZADD', ROLLS, now + holds, roll)
redis.call('SET', NUMBER, number)

for i = last_arrived + 1, #ARGV do
  local account = ARGV[i]
  if redis.call('SREM', ROLL .. roll, account) == 1 then
    redis.call('SREM', ACCOUNT .. account, roll)
    if not online(account) then
      changed(account, absent)
    end
  end
end

return { 1, redis.call('SCARD', ROLL .. roll), now_us, changes }
