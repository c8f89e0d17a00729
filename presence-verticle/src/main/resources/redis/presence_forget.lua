-- Ends that it is told when accounts were last here.
--
-- KEYS     as in presence_prelude.lua
-- ARGV[2] .. the accounts, each followed by the number of the choice by which it does not share,
--          decimal
--
-- Returns { at, changes }: microseconds of Redis's clock; the changes that are watched. The choice is
-- remembered for as long as that moment would have been: a gateway that has not heard of it may
-- still report that the account shares. What was shared by a later choice stays.

for i = 2, #ARGV, 2 do
  local account, choice = ARGV[i], ARGV[i + 1]
  local at, by = seen(account)
  if older(by, choice) then
    -- A full Redis takes no new choice: at least the moment goes.
    redis.call('DEL', SEEN .. account)
    keep_seen(account, 0, choice)
    if at > 0 and absent == 'OFFLINE' then
      changed(account, nil)
    end
  end
end

return { now_us, changes }
