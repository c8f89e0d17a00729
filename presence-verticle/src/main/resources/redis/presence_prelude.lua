-- What every script of presence begins with: names, time, and what is known of an account.
--
-- KEYS[1]  sorted set: roll -> when it runs out, milliseconds of Redis's clock
-- KEYS[2]  how the keys of a roll begin. Its name behind: hash, account -> state, which is ONLINE,
--          AWAY or BUSY. ":number" behind that: string, the number of its last report.
-- KEYS[3]  how the key of an account begins: set of the rolls that name it
-- KEYS[4]  how the key of an account's watchers begins: sorted set, gateway -> until when
-- KEYS[5]  hash: "since" when what is known began, "last" when a script ran last
-- ARGV[1]  milliseconds until what is known is complete, integer >= 0
--          The further arguments are the script's own.
--
-- Keys are put together inside the scripts: this takes one Redis, not a Redis Cluster.

local ROLLS, ROLL, ACCOUNT, WATCHERS, KNOWN = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]

local time = redis.call('TIME')
local now_us = tonumber(time[1]) * 1000000 + tonumber(time[2])
local now = math.floor(now_us / 1000)

-- Redis may have lost everything, or been away, or nobody asked it: for a while the gateways have
-- not said again who is there, and who is not online is unknown. So it is while Redis is full: it
-- refuses these writes and the gateways' renewals, and must be swept all the same.
local settle = tonumber(ARGV[1])
local known = redis.call('HMGET', KNOWN, 'since', 'last')
local since, last = tonumber(known[1]), tonumber(known[2])
if not since or not last or since > now or now - last > settle / 2 then
  local written = redis.pcall('HSET', KNOWN, 'since', now)
  since = type(written) == 'number' and now or since or now
end
local writable = type(redis.pcall('HSET', KNOWN, 'last', now)) == 'number'
local settled = now - since >= settle
local absent = settled and writable and 'OFFLINE' or 'UNKNOWN'

-- The more somebody is there, the larger; nil, which is nowhere, is the smallest.
local STRENGTH = { AWAY = 1, ONLINE = 2, BUSY = 3 }

local function strength(state)
  return state and STRENGTH[state] or 0
end

local function stronger(one, other)
  return strength(one) >= strength(other) and one or other
end

local function holds(roll)
  local runs_out = redis.call('ZSCORE', ROLLS, roll)
  return runs_out and tonumber(runs_out) > now
end

-- The strongest state that rolls which hold give the account; nil if none names it.
-- except: a roll that does not count, or nil
local function state_of(account, except)
  local strongest
  for _, roll in ipairs(redis.call('SMEMBERS', ACCOUNT .. account)) do
    if roll ~= except and holds(roll) then
      strongest = stronger(strongest, redis.call('HGET', ROLL .. roll, account) or nil)
    end
  end
  return strongest
end

-- The changes that somebody watches: { account, state, { gateway, ... } } each.
local changes = {}

-- state: nil for nowhere
local function changed(account, state)
  state = state or absent
  local after = '(' .. string.format('%.0f', now)
  local watchers = redis.call('ZRANGEBYSCORE', WATCHERS .. account, after, '+inf')
  if #watchers > 0 then
    changes[#changes + 1] = { account, state, watchers }
  end
end
