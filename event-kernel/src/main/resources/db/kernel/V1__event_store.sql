-- The event table is the outbox. Nothing here is ever updated or deleted by the service: its role may only insert and read.

-- One row: the log's epoch. Restoring the database to an earlier point bumps it, so that positions of rows written
-- afterwards stand above every position that was ever given out (G2).
create table log_epoch (
  only_row boolean primary key default true check (only_row),
  epoch    integer not null
);
insert into log_epoch (epoch) values (1);

create table event (
  stream         uuid        not null,
  version        integer     not null check (version > 0),
  epoch          integer     not null,
  tx             xid8        not null,
  id             bigint      generated always as identity,
  event_id       uuid        not null,
  aggregate      text        not null,
  type           text        not null,
  type_version   smallint    not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  actor_name     text        not null,
  actor_roles    text        not null,
  correlation_id text        not null,
  causation_id   uuid,
  traceparent    text,
  data           json        not null,
  primary key (stream, version)
);
-- Log order: commit-safe because the relay only reads below the oldest open transaction.
create unique index event_log_order on event (epoch, tx, id);

-- An Idempotency-Key bound to its caller, with the answer that was given (G5).
create table idempotency_key (
  caller      text        not null,
  key         text        not null,
  fingerprint text        not null,
  status      smallint    not null,
  answer      text        not null,
  location    text,
  stream      uuid        not null,
  version     integer     not null,
  epoch       integer     not null,
  tx          xid8        not null,
  id          bigint      not null,
  recorded_at timestamptz not null,
  primary key (caller, key)
);

-- What the outside world calls a case; outlives idempotency keys (G5).
create table natural_key (
  scope       text not null,
  key         text not null,
  stream      uuid not null,
  fingerprint text not null,
  primary key (scope, key)
);

-- Serial numbers are taken in the transaction of the events that carry them: a rolled back transaction gives its number
-- back, so a series has no gaps but those a person declares (X-01).
create table number_series (
  series text    primary key,
  last   bigint  not null check (last >= 0)
);
create table number_gap (
  series      text        not null,
  first       bigint      not null,
  last        bigint      not null check (last >= first),
  reason      text        not null,
  actor       text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (series, first)
);

-- Who runs what: the relay, each view, each import. The epoch rises with every change of hands and fences the former owner.
create table lease (
  name       text        primary key,
  owner      text        not null,
  epoch      bigint      not null,
  held_until timestamptz not null
);

create table relay_checkpoint (
  only_row      boolean primary key default true check (only_row),
  epoch         integer not null,
  tx            xid8    not null,
  id            bigint  not null,
  topic_id      text,
  partitions    json    not null
);
insert into relay_checkpoint (epoch, tx, id, topic_id, partitions) values (0, '0', 0, null, '[]');

-- Which generations of a view exist; exactly one serves (G8).
create table view_generation (
  view       text        not null,
  generation integer     not null,
  revision   integer     not null,
  state      text        not null check (state in ('building', 'serving', 'retired')),
  paused     boolean     not null default false,
  started_at timestamptz not null default clock_timestamp(),
  primary key (view, generation)
);
create unique index view_generation_serving on view_generation (view) where state = 'serving';

-- Where a view stands in each partition: the position of the last event applied and the offset to read next (G3).
create table view_checkpoint (
  view        text        not null,
  generation  integer     not null,
  topic       text        not null,
  partition   integer     not null,
  topic_id    text        not null,
  next_offset bigint      not null,
  epoch       integer     not null,
  tx          bigint      not null,
  id          bigint      not null,
  updated_at  timestamptz not null default clock_timestamp(),
  primary key (view, generation, topic, partition)
);

-- Events that could not be applied, and those of the same aggregate that wait behind them (G9).
create table dead_letter (
  id          bigint      generated always as identity primary key,
  view        text        not null,
  generation  integer     not null,
  topic       text        not null,
  partition   integer     not null,
  record_offset bigint    not null,
  subject     uuid,
  headers     json        not null,
  body        text,
  error       text        not null,
  waiting     boolean     not null,
  recorded_at timestamptz not null default clock_timestamp(),
  requested   text check (requested in ('replay', 'skip')),
  resolution  text check (resolution in ('replayed', 'skipped')),
  resolved_by text,
  resolved_at timestamptz,
  reason      text
);
create index dead_letter_open on dead_letter (view, generation, subject, id) where resolution is null;

-- Reactions happen once: the row stands in the transaction of the events it caused (G4).
create table policy_reaction (
  policy      text        not null,
  cause       uuid        not null,
  subject     uuid        not null,
  outcome     text        not null check (outcome in ('done', 'nothing', 'refused')),
  rule        text,
  detail      text,
  stream      uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (policy, cause)
);

-- Appends events of one or several streams, with the key, the natural keys and the serial number that belong to them, in one
-- statement and so in one round trip. It fails with
--   23505 on idempotency_key_pkey, natural_key_pkey or event_pkey: somebody was first,
--   HY001: a stream does not stand where the caller loaded it,
--   HY002: a predecessor was written by a younger transaction; a new transaction will do.
create function append_events(
  p_streams uuid[], p_versions integer[], p_ids uuid[], p_types text[], p_type_versions integer[],
  p_occurred timestamptz[], p_data text[], p_aggregates text[], p_causations uuid[],
  p_has_predecessors boolean,
  p_actor text, p_actor_name text, p_actor_roles text, p_correlation text, p_traceparent text,
  p_caller text, p_key text, p_fingerprint text, p_status integer, p_answer text, p_location text,
  p_natural_scope text, p_natural_key text, p_natural_fingerprint text,
  p_series text, p_prefix text, p_digits integer, p_placeholder text)
returns table (o_epoch integer, o_tx bigint, o_id bigint, o_recorded_at timestamptz, o_number text)
language plpgsql as $$
declare
  v_epoch    integer;
  v_tx       xid8;
  v_recorded timestamptz;
  v_missing  bigint;
  v_younger  boolean;
  v_before   timestamptz;
  v_serial   bigint;
  v_number   text;
  v_last     bigint;
begin
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

  if p_natural_key is not null then
    insert into natural_key (scope, key, stream, fingerprint)
    values (p_natural_scope, p_natural_key, p_streams[1], p_natural_fingerprint);
  end if;

  if p_series is not null then
    insert into number_series as s (series, last) values (p_series, 1)
        on conflict (series) do update set last = s.last + 1
      returning s.last into v_serial;
    v_number := p_prefix || lpad(v_serial::text, greatest(p_digits, length(v_serial::text)), '0');
  end if;

  with written as (
    insert into event (stream, version, epoch, tx, event_id, aggregate, type, type_version, occurred_at, recorded_at,
                       actor, actor_name, actor_roles, correlation_id, causation_id, traceparent, data)
    select n.stream, n.version, v_epoch, v_tx, n.event_id, n.aggregate, n.type, n.type_version, n.occurred_at, v_recorded,
           p_actor, p_actor_name, p_actor_roles, p_correlation, n.causation_id, p_traceparent,
           (case when v_number is null then n.data else replace(n.data, p_placeholder, v_number) end)::json
      from unnest(p_streams, p_versions, p_ids, p_types, p_type_versions, p_occurred, p_data, p_aggregates, p_causations)
           with ordinality as n(stream, version, event_id, type, type_version, occurred_at, data, aggregate, causation_id, place)
     order by n.place
    returning id)
  select max(w.id) into v_last from written w;

  if p_key is not null then
    insert into idempotency_key (caller, key, fingerprint, status, answer, location, stream, version, epoch, tx, id,
                                 recorded_at)
    values (p_caller, p_key, p_fingerprint, p_status,
            case when v_number is null then p_answer else replace(p_answer, p_placeholder, v_number) end,
            p_location, p_streams[1], p_versions[cardinality(p_versions)], v_epoch, v_tx, v_last,
            v_recorded);
  end if;

  return query select v_epoch, v_tx::text::bigint, v_last, v_recorded, v_number;
end $$;

-- Makes the partition that a new generation of a view writes to. The service's role does not own its tables, so it asks here.
create function create_view_partition(p_table text, p_generation integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_table !~ '^[a-z_]+_rows$' then
    raise exception 'not a view table: %', p_table;
  end if;
  execute format('create table if not exists %I partition of %I for values in (%s)',
                 p_table || '_g' || p_generation, p_table, p_generation);
  execute format('grant select, insert, update, delete on %I to ${appRole}', p_table || '_g' || p_generation);
end $$;
create function drop_view_partition(p_table text, p_generation integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_table !~ '^[a-z_]+_rows$' then
    raise exception 'not a view table: %', p_table;
  end if;
  execute format('drop table if exists %I', p_table || '_g' || p_generation);
end $$;

revoke all on function create_view_partition(text, integer), drop_view_partition(text, integer) from public;
grant execute on function create_view_partition(text, integer), drop_view_partition(text, integer) to ${appRole};

grant usage on schema public to ${appRole};
grant select on log_epoch to ${appRole};
grant select, insert on event, idempotency_key, natural_key, number_gap, policy_reaction to ${appRole};
grant select, insert, update on number_series, lease, relay_checkpoint, view_generation, view_checkpoint, dead_letter to ${appRole};
grant delete on view_generation, view_checkpoint, dead_letter to ${appRole};
