-- How our own complaints go on after filing: causes, liability, limits and when they were met. Of imported ones all of it is blank.
alter table complaint_fact_rows
  add column number              text,
  add column liability           text,
  add column liability_cause     text,
  add column department          text,
  add column settlement          text,
  add column held                boolean not null default false,
  add column first_reply_due     timestamptz,
  add column first_replied_at    timestamptz,
  add column close_due           timestamptz,
  add column ended_at            timestamptz,
  add column reopenings          integer not null default 0,
  add column nonconformities     integer not null default 0,
  add column origin_follow_up_id uuid;

-- Limits that fell in a period; of few complaints among millions of imported ones.
create index complaint_fact_first_reply_due on complaint_fact_rows (generation, first_reply_due)
  where known_to is null and first_reply_due is not null;
create index complaint_fact_close_due on complaint_fact_rows (generation, close_due)
  where known_to is null and close_due is not null;
-- The complaint that a follow-up led to.
create index complaint_fact_origin on complaint_fact_rows (generation, origin_follow_up_id)
  where known_to is null and origin_follow_up_id is not null;

create or replace view complaint_fact as
  select * from complaint_fact_rows
   where generation = (select g.generation from view_generation g where g.view = 'complaint-facts' and g.state = 'serving');
