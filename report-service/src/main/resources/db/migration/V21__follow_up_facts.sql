-- Follow-ups as they were known, and from when to when (G11): one row per follow-up and version.
create table follow_up_fact_rows (
  generation         integer     not null,
  fact_id            text        not null,
  follow_up_id       uuid        not null,
  sequence           integer     not null,
  known_from         timestamptz not null,
  known_to           timestamptz,
  complaint_id       uuid,
  chain_id           uuid        not null,
  contact            integer     not null,
  reason             text,
  product            text,
  issue              text,
  severity           text,
  department         text,
  planned_at         timestamptz not null,
  due_at             timestamptz not null,
  agent              text,
  claimed            boolean     not null,
  attempts           integer     not null,
  reached            boolean     not null,
  outcome            text        not null check (outcome in ('open', 'recorded', 'unconfirmed', 'waived')),
  outcome_reason     text,
  recorded_at        timestamptz,
  recorded_on        date,
  score              text,
  scale              text,
  dissatisfied       boolean     not null,
  issues             integer     not null,
  primary key (generation, fact_id)
) partition by list (generation);

-- The version an event follows on.
create index follow_up_fact_current on follow_up_fact_rows (generation, follow_up_id) where known_to is null;
-- What fell due in a period, as it is known now.
create index follow_up_fact_due on follow_up_fact_rows (generation, due_at) where known_to is null;

grant select, insert, update, delete on follow_up_fact_rows to ${appRole};

create view follow_up_fact as
  select * from follow_up_fact_rows
   where generation = (select g.generation from view_generation g where g.view = 'follow-up-facts' and g.state = 'serving');
grant select on follow_up_fact to ${appRole};
