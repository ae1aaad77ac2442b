-- Nonconformities as they were known, and from when to when (G11): one row per nonconformity and version.
create table nonconformity_fact_rows (
  generation       integer     not null,
  fact_id          text        not null,
  nonconformity_id uuid        not null,
  sequence         integer     not null,
  known_from       timestamptz not null,
  known_to         timestamptz,
  number           text,
  source           text,
  category         text,
  severity         text,
  product          text,
  lot              text,
  supplier         text,
  complaint_id     uuid,
  items            bigint      not null,
  reported_at      timestamptz not null,
  status           text        not null,
  ended_at         timestamptz,
  primary key (generation, fact_id)
) partition by list (generation);

create index nonconformity_fact_current on nonconformity_fact_rows (generation, nonconformity_id) where known_to is null;
create index nonconformity_fact_period on nonconformity_fact_rows (generation, reported_at) where known_to is null;
-- What is still open, whenever it was reported; and what ended in a period.
create index nonconformity_fact_ended on nonconformity_fact_rows (generation, ended_at) where known_to is null;

grant select, insert, update, delete on nonconformity_fact_rows to ${appRole};

create view nonconformity_fact as
  select * from nonconformity_fact_rows
   where generation = (select g.generation from view_generation g where g.view = 'nonconformity-facts' and g.state = 'serving');
grant select on nonconformity_fact to ${appRole};

-- Their dispositions: one row per disposition and version. No quantity means all of the nonconformity.
create table nonconformity_disposition_fact_rows (
  generation       integer     not null,
  fact_id          text        not null,
  nonconformity_id uuid        not null,
  disposition_id   text        not null,
  sequence         integer     not null,
  known_from       timestamptz not null,
  known_to         timestamptz,
  disposition      text        not null,
  quantity         bigint,
  approved         boolean     not null,
  holds            boolean     not null,
  executed         boolean     not null,
  passed           integer     not null,
  failed           integer     not null,
  verified         boolean     not null,
  primary key (generation, fact_id)
) partition by list (generation);

create index nonconformity_disposition_fact_current
  on nonconformity_disposition_fact_rows (generation, nonconformity_id) where known_to is null;

grant select, insert, update, delete on nonconformity_disposition_fact_rows to ${appRole};

create view nonconformity_disposition_fact as
  select * from nonconformity_disposition_fact_rows
   where generation = (select g.generation from view_generation g where g.view = 'nonconformity-facts' and g.state = 'serving');
grant select on nonconformity_disposition_fact to ${appRole};
