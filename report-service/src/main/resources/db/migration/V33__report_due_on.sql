-- By which day a report is due; none of those compiled before has one.
alter table report_list_rows add column due_on date;

create or replace view report_list as
  select * from report_list_rows
   where generation = (select g.generation from view_generation g where g.view = 'report-list' and g.state = 'serving');
