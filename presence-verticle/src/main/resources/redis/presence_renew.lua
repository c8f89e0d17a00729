-- Notes that a gateway watches accounts for a while, and tells what is known of them.
--
-- KEYS     as in presence_prelude.lua
-- ARGV[2]  the gateway
-- ARGV[3]  for how many milliseconds it is told of changes, integer >= 1
-- ARGV[4] .. the accounts
--
-- Returns in the same order { state, at } each: ONLINE, AWAY, BUSY, OFFLINE or UNKNOWN, and when it
-- was last here, milliseconds, 0 if that is not told.

local gateway, holds = ARGV[2], tonumber(ARGV[3])
local states = {}

for i = 4, #ARGV do
  local account = ARGV[i]
  local watchers = WATCHERS .. account
  redis.call('ZREMRANGEBYSCORE', watchers, '-inf', now)
  redis.call('ZADD', watchers, now + holds, gateway)
  local longest = redis.call('ZRANGE', watchers, -1, -1, 'WITHSCORES')
  redis.call('PEXPIREAT', watchers, longest[2])
  states[#states + 1] = { told(account, state_of(account)) }
end

return states
