-- Imports of historical cases. Row number, counters, rejects and row hashes move in the transaction of a batch's events.
create table import_job (
  id            uuid        primary key,
  source_system text        not null,
  file_name     text        not null,
  bytes         bigint      not null,
  format        text        not null check (format in ('csv', 'ndjson')),
  mapping       text        not null,
  actor         text        not null,
  actor_name    text        not null,
  actor_roles   text        not null,
  status        text        not null check (status in ('running', 'completed', 'failed')),
  rows_read     bigint      not null default 0,
  accepted      bigint      not null default 0,
  duplicates    bigint      not null default 0,
  rejected      bigint      not null default 0,
  bytes_read    bigint      not null default 0,
  error         text,
  created_at    timestamptz not null default clock_timestamp(),
  ended_at      timestamptz
);
create index import_job_running on import_job (source_system, created_at) where status = 'running';

create table import_reject (
  import_id uuid   not null references import_job (id),
  row       bigint not null,
  reasons   json   not null,
  primary key (import_id, row)
);

-- The first 128 bits of SHA-256 over a row's parsed cells.
create table import_row_hash (
  source_system text not null,
  hash          uuid not null,
  primary key (source_system, hash)
);

grant select, insert, update on import_job to ${appRole};
grant select, insert on import_reject, import_row_hash to ${appRole};
