-- Takes one token from each of several token buckets, or from none of them.
--
-- KEYS[i]      hash, one per bucket: field "tokens" (what is left, a fraction),
--              field "at" (when that was true, milliseconds of Redis's clock).
--              Absent means full. Expires once it would be full again.
-- ARGV[2i - 1] burst of bucket i: how many tokens it holds at most, integer >= 1
-- ARGV[2i]     milliseconds after which bucket i gains a token, integer >= 1
--
-- Returns 0 if the tokens were taken, else how many milliseconds to wait at least.

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local left = {}
local wait = 0

for i, key in ipairs(KEYS) do
  local burst = tonumber(ARGV[2 * i - 1])
  local every = tonumber(ARGV[2 * i])
  local held = redis.call('HMGET', key, 'tokens', 'at')
  local tokens = burst
  if held[1] and held[2] then
    local passed = math.max(0, now - tonumber(held[2]))
    tokens = math.min(burst, tonumber(held[1]) + passed / every)
  end
  left[i] = tokens
  if tokens < 1 then
    wait = math.max(wait, math.ceil((1 - tokens) * every))
  end
end

if wait > 0 then
  return wait
end

for i, key in ipairs(KEYS) do
  local burst = tonumber(ARGV[2 * i - 1])
  local every = tonumber(ARGV[2 * i])
  local tokens = left[i] - 1
  redis.call('HSET', key, 'tokens', string.format('%.6f', tokens), 'at', string.format('%.0f', now))
  redis.call('PEXPIRE', key, math.ceil((burst - tokens) * every))
end
return 0
