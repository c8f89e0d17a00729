-- What every script of presence begins with: names, time, and what is known of an account.
--
-- KEYS[1]  sorted set: roll -> when it runs out, milliseconds of Redis's clock
-- KEYS[2]  how the keys of a roll begin. Its name behind: hash, account -> entry: its state, ONLINE,
--          AWAY or BUSY, and, where it shares when it was last here, ":" and the number of the choice
--          that says so. ":number" behind the name: string, the number of the roll's last report.
-- KEYS[3]  how the key of an account begins: set of the rolls that name it
-- KEYS[4]  how the key of an account's watchers begins: sorted set, gateway -> until when
-- KEYS[5]  hash: "since" when what is known began, "last" when a script ran last
-- KEYS[6]  how the key of when an account was last here begins: string, "at:choice", milliseconds and
--          the number of the choice that says so; at is 0 where that choice ended sharing. Runs out.
-- ARGV[1]  milliseconds until what is known is complete, integer >= 0
--          The further arguments are the script's own.
--
-- Keys are put together inside the scripts: this takes one Redis, not a Redis Cluster.

local ROLLS, ROLL, ACCOUNT, WATCHERS, KNOWN = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local SEEN = KEYS[6]

-- For so long it is told when somebody was last here, in milliseconds: 30 days.
local SEEN_FOR = '2592000000'

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

-- By their digits: a number may be larger than what Lua counts exactly.
local function older(one, other)
  return #one < #other or (#one == #other and one < other)
end

-- The state of an entry, and the choice by which it shares, '0' if it does not; nil without an entry.
local function parts(entry)
  if entry then
    return entry:match('^%u+'), entry:match('%d+$') or '0'
  end
end

-- When the account was last here, 0 if that is not told, and the choice that says so.
local function seen(account)
  local kept = redis.call('GET', SEEN .. account)
  if not kept then
    return 0, '0'
  end
  local at, choice = kept:match('^(%d+):(%d+)$')
  return tonumber(at), choice
end

local function keep_seen(account, at, choice)
  redis.pcall('SET', SEEN .. account, string.format('%.0f', at) .. ':' .. choice, 'PX', SEEN_FOR)
end

-- The account was here until then and is nowhere any more. Notes it if a choice shares that which
-- is not older than what is known; a full Redis keeps nothing of it.
local function leave_seen(account, at, choice)
  local known_at, known_choice = seen(account)
  if choice ~= '0' and not older(choice, known_choice) and at > known_at then
    keep_seen(account, at, choice)
  end
end

-- The strongest state that rolls which hold give the account; nil if none names it.
-- except: a roll that does not count, or nil
local function state_of(account, except)
  local strongest
  for _, roll in ipairs(redis.call('SMEMBERS', ACCOUNT .. account)) do
    if roll ~= except and holds(roll) then
      strongest = stronger(strongest, (parts(redis.call('HGET', ROLL .. roll, account))))
    end
  end
  return strongest
end

-- What is told of an account: its state, and when it was last here, 0 if that is not told.
local function told(account, state)
  state = state or absent
  return state, state == 'OFFLINE' and (seen(account)) or 0
end

-- The changes that somebody watches: { account, state, last here, { gateway, ... } } each.
local changes = {}

-- state: nil for nowhere
local function changed(account, state)
  local shown, at = told(account, state)
  local after = '(' .. string.format('%.0f', now)
  local watchers = redis.call('ZRANGEBYSCORE', WATCHERS .. account, after, '+inf')
  if #watchers > 0 then
    changes[#changes + 1] = { account, shown, at, watchers }
  end
end
