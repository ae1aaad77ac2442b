-- Complaints as they were known, and from when to when (G11): one row per complaint and version. What is known now has no
-- known_to. Free texts stand in no index: they may be longer than an index entry can be.
create table complaint_fact_rows (
  generation   integer     not null,
  fact_id      text        not null,
  complaint_id uuid        not null,
  sequence     integer     not null,
  known_from   timestamptz not null,
  known_to     timestamptz,
  received_at  timestamptz not null,
  product      text,
  sub_product  text,
  issue        text,
  sub_issue    text,
  category     text,
  channel      text,
  region       text,
  company      text,
  outcome      text,
  severity     text,
  cause        text,
  timely       text        not null check (timely in ('yes', 'no', 'unknown')),
  disputed     text        not null check (disputed in ('yes', 'no', 'unknown')),
  status       text        not null,
  historical   boolean     not null,
  primary key (generation, fact_id)
) partition by list (generation);

-- The version an event follows on.
create index complaint_fact_current on complaint_fact_rows (generation, complaint_id) where known_to is null;
-- The complaints of a period as they are known now.
create index complaint_fact_period on complaint_fact_rows (generation, received_at) where known_to is null;

grant select, insert, update, delete on complaint_fact_rows to ${appRole};

-- What readers see: the serving generation.
create view complaint_fact as
  select * from complaint_fact_rows
   where generation = (select g.generation from view_generation g where g.view = 'complaint-facts' and g.state = 'serving');
grant select on complaint_fact to ${appRole};
