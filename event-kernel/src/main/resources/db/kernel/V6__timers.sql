-- When time itself next asks something of an aggregate (G10, ADR 0011): one row an aggregate, written in the transaction of the events
-- it follows from. What could not be decided is set aside with the reason, until its time moves or somebody takes over the timers.
create table timer (
  stream    uuid        primary key,
  aggregate text        not null,
  due_at    timestamptz not null,
  trouble   text
);
create index timer_due on timer (due_at, stream) where trouble is null;
create index timer_troubled on timer (stream) where trouble is not null;
grant select, insert, update, delete on timer to ${appRole};

-- Appends write the timers of their streams; for the rest it is as before.
drop function append_events(
  integer[], text[], text[], text[], text[], text[], text[], text[], text[], integer[], text[], text[], text[], text[], text[],
  text[], text[], integer[], text[], integer[], uuid[], integer[], uuid[], text[], integer[], timestamptz[], text[], text[], uuid[],
  boolean, boolean, boolean, boolean, text);

create function append_events(
  p_ends integer[],
  p_actors text[], p_actor_names text[], p_actor_roles text[], p_correlations text[], p_traceparents text[],
  p_callers text[], p_keys text[], p_fingerprints text[], p_statuses integer[], p_answers text[], p_locations text[],
  p_natural_scopes text[], p_natural_keys text[], p_natural_fingerprints text[],
  p_series text[], p_prefixes text[], p_digits integer[], p_placeholders text[],
  p_appends integer[], p_streams uuid[], p_versions integer[], p_ids uuid[], p_types text[], p_type_versions integer[],
  p_occurred timestamptz[], p_data text[], p_aggregates text[], p_causations uuid[],
  p_has_predecessors boolean, p_has_keys boolean, p_has_naturals boolean, p_has_series boolean,
  p_timer_streams uuid[], p_timer_aggregates text[], p_timer_due timestamptz[], p_most_wait text)
returns table (o_epoch integer, o_tx bigint, o_id bigint, o_recorded_at timestamptz, o_number text)
language plpgsql as $$
declare
  v_epoch    integer;
  v_tx       xid8;
  v_recorded timestamptz;
  v_missing  bigint;
  v_younger  boolean;
  v_before   timestamptz;
  v_taken    record;
  v_serial   bigint;
  v_numbers  text[];
  v_ids      bigint[];
begin
  if p_most_wait is not null then
    perform set_config('lock_timeout', p_most_wait, true);
  end if;
  select l.epoch into v_epoch from log_epoch l;
  v_tx := pg_current_xact_id();
  v_recorded := clock_timestamp();

  if p_has_predecessors then
    select count(*) filter (where e.stream is null),
           coalesce(bool_or((e.epoch, e.tx) > (v_epoch, v_tx)), false),
           max(e.recorded_at)
      into v_missing, v_younger, v_before
      from (select n.stream, min(n.version) as version from unnest(p_streams, p_versions) as n(stream, version)
             group by n.stream) f
      left join event e on e.stream = f.stream and e.version = f.version - 1
     where f.version > 1;
    if v_missing > 0 then
      raise exception 'the stream is not at the expected version' using errcode = 'HY001';
    end if;
    if v_younger then
      raise exception 'a predecessor belongs to a younger transaction' using errcode = 'HY002';
    end if;
    v_recorded := greatest(v_recorded, v_before);
  end if;

  if p_has_naturals then
    insert into natural_key (scope, key, stream, fingerprint)
    select n.scope, n.key, p_streams[coalesce(p_ends[n.append - 1], 0) + 1], n.fingerprint
      from unnest(p_natural_scopes, p_natural_keys, p_natural_fingerprints)
           with ordinality as n(scope, key, fingerprint, append)
     where n.key is not null;
  end if;

  if p_has_series then
    -- In the order of their names, so that no two groups wait for each other.
    for v_taken in
      select s.series, count(*) as count, array_agg(s.append order by s.append) as appends
        from unnest(p_series) with ordinality as s(series, append) where s.series is not null
       group by s.series order by s.series
    loop
      insert into number_series as s (series, last) values (v_taken.series, v_taken.count)
          on conflict (series) do update set last = s.last + excluded.last
        returning s.last - v_taken.count into v_serial;
      for i in 1 .. v_taken.count loop
        v_numbers[v_taken.appends[i]] := p_prefixes[v_taken.appends[i]]
          || lpad((v_serial + i)::text, greatest(p_digits[v_taken.appends[i]], length((v_serial + i)::text)), '0');
      end loop;
    end loop;
  end if;

  -- Ids are given in the order of the rows, so sorted they stand where their events do.
  with written as (
    insert into event (stream, version, epoch, tx, event_id, aggregate, type, type_version, occurred_at, recorded_at,
                       actor, actor_name, actor_roles, correlation_id, causation_id, traceparent, data)
    select n.stream, n.version, v_epoch, v_tx, n.event_id, n.aggregate, n.type, n.type_version, n.occurred_at, v_recorded,
           p_actors[n.append], p_actor_names[n.append], p_actor_roles[n.append], p_correlations[n.append], n.causation_id,
           p_traceparents[n.append],
           (case when v_numbers[n.append] is null then n.data
                 else replace(n.data, p_placeholders[n.append], v_numbers[n.append]) end)::json
      from unnest(p_appends, p_streams, p_versions, p_ids, p_types, p_type_versions, p_occurred, p_data, p_aggregates,
                  p_causations)
           with ordinality
           as n(append, stream, version, event_id, type, type_version, occurred_at, data, aggregate, causation_id, place)
     order by n.place
    returning id)
  select array_agg(w.id order by w.id) into v_ids from written w;

  if p_has_keys then
    insert into idempotency_key (caller, key, fingerprint, status, answer, location, stream, version, epoch, tx, id,
                                 recorded_at)
    select k.caller, k.key, k.fingerprint, k.status,
           case when v_numbers[k.append] is null then k.answer
                else replace(k.answer, p_placeholders[k.append], v_numbers[k.append]) end,
           k.location, p_streams[coalesce(p_ends[k.append - 1], 0) + 1], p_versions[p_ends[k.append]],
           v_epoch, v_tx, v_ids[p_ends[k.append]], v_recorded
      from unnest(p_callers, p_keys, p_fingerprints, p_statuses, p_answers, p_locations)
           with ordinality as k(caller, key, fingerprint, status, answer, location, append)
     where k.key is not null;
  end if;

  if cardinality(p_timer_streams) > 0 then
    delete from timer t
     using unnest(p_timer_streams, p_timer_due) as n(stream, due_at)
     where t.stream = n.stream and n.due_at is null;
    insert into timer (stream, aggregate, due_at)
    select n.stream, n.aggregate, n.due_at
      from unnest(p_timer_streams, p_timer_aggregates, p_timer_due) as n(stream, aggregate, due_at)
     where n.due_at is not null
        on conflict (stream) do update set due_at = excluded.due_at, trouble = null;
  end if;

  return query
    select v_epoch, v_tx::text::bigint, v_ids[e.last], v_recorded, v_numbers[e.append]
      from unnest(p_ends) with ordinality as e(last, append) order by e.append;
end $$;
