-- The list follows every promise of a case, not first reply and closing alone.
drop view complaint_list;
alter table complaint_list_rows drop column first_reply_due_at;
alter table complaint_list_rows drop column close_due_at;
alter table complaint_list_rows add column open_limits json not null default '{"limits":[]}';

create view complaint_list as
  select * from complaint_list_rows
   where generation = (select g.generation from view_generation g where g.view = 'complaint-list' and g.state = 'serving');
grant select on complaint_list to ${appRole};
