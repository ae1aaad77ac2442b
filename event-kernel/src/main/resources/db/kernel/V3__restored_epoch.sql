-- Restoring the database to an earlier point (ADR 0009).

-- When the epoch began; null for the first. What another service's relay has not said since then may be of a time that is lost.
alter table log_epoch add column restored_at timestamptz;

-- Under which epoch the relay fills its topic, and under which the log was filled that a view has read from; 0 before it has.
alter table relay_checkpoint add column log_epoch integer not null default 1;
alter table view_checkpoint add column log_epoch integer not null default 1;

-- To be called by the owner of the tables when the database was restored to an earlier point, however that was done, and before its
-- service starts. All the rest follows by itself: the relay puts another topic in the place of the one that may hold what is lost,
-- every view that reads it is built anew, and none reads a log of another service before its relay has spoken. An epoch counts the seconds since 2026 began, so that it lies above all that were ever given out, although the
-- database may have forgotten them. Calling it again does no harm.
create function begin_restored_epoch() returns integer
language plpgsql as $$
declare
  v_epoch integer;
begin
  -- Waits for every append that has read the epoch, and lets none read it until this is committed.
  lock table log_epoch in access exclusive mode;
  update log_epoch
     set epoch = greatest(epoch + 1, extract(epoch from clock_timestamp() - timestamptz '2026-01-01 00:00:00Z')::integer),
         restored_at = clock_timestamp()
  returning epoch into v_epoch;
  -- Whoever is at work takes over anew and sees it.
  update lease set epoch = epoch + 1, held_until = clock_timestamp();
  return v_epoch;
end $$;
revoke all on function begin_restored_epoch() from public;
