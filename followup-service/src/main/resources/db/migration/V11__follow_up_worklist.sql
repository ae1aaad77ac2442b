-- The worklist: one row per follow-up and generation of the view.
create table follow_up_worklist_rows (
  generation      integer     not null,
  id              uuid        not null,
  version         integer     not null,
  complaint_id    uuid        not null,
  chain_id        uuid        not null,
  contact         integer     not null,
  assignee_role   text        not null,
  customer_id     text,
  severity        text,
  department      text,
  planned_at      timestamptz not null,
  due_at          timestamptz not null,
  shown           json        not null,
  status          text        not null,
  attempts        integer     not null,
  next_contact_at timestamptz,
  claimed_by      text,
  lease_until     timestamptz,
  recorded_by     text,
  dissatisfied    boolean,
  reviewed        boolean     not null,
  awaits_contact  boolean     generated always as (status in ('scheduled', 'rescheduled', 'contacted')) stored,
  primary key (generation, id)
) partition by list (generation);

-- Every index begins with the generation, as every question does. The second is what claiming reads: most rows have ended.
create index follow_up_worklist_due on follow_up_worklist_rows (generation, due_at, id);
create index follow_up_worklist_awaiting on follow_up_worklist_rows (generation, due_at, id) where awaits_contact;
create index follow_up_worklist_complaint on follow_up_worklist_rows (generation, complaint_id);
create index follow_up_worklist_customer on follow_up_worklist_rows (generation, customer_id) where customer_id is not null;
create index follow_up_worklist_recorded on follow_up_worklist_rows (generation, recorded_by) where recorded_by is not null;
create index follow_up_worklist_claimed on follow_up_worklist_rows (generation, claimed_by) where claimed_by is not null;
create index follow_up_worklist_chain on follow_up_worklist_rows (generation, chain_id);

create view follow_up_worklist as
  select id, version, complaint_id, chain_id, contact, assignee_role, customer_id, severity, department, planned_at, due_at,
         shown->>'complaintNumber' as complaint_number, shown->>'reason' as reason, shown->>'customerName' as customer_name,
         shown->>'product' as product, shown->>'model' as model, shown->>'issue' as issue,
         status, attempts, next_contact_at, claimed_by, lease_until, recorded_by, dissatisfied, reviewed, awaits_contact
    from follow_up_worklist_rows
   where generation = (select g.generation from view_generation g where g.view = 'follow-up-worklist' and g.state = 'serving');

grant select, insert, update, delete on follow_up_worklist_rows to ${appRole};
grant select on follow_up_worklist to ${appRole};
