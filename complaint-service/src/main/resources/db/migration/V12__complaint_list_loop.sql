-- The list follows both promises of a case, knows whether their clocks stand still, and which follow-up a case came from.
alter table complaint_list_rows add column first_reply_due_at timestamptz;
alter table complaint_list_rows add column close_due_at timestamptz;
alter table complaint_list_rows add column held boolean not null default false;
alter table complaint_list_rows add column origin_follow_up_id uuid;

create index complaint_list_origin on complaint_list_rows (generation, origin_follow_up_id)
  where origin_follow_up_id is not null;

drop view complaint_list;
create view complaint_list as
  select * from complaint_list_rows
   where generation = (select g.generation from view_generation g where g.view = 'complaint-list' and g.state = 'serving');
grant select on complaint_list to ${appRole};
