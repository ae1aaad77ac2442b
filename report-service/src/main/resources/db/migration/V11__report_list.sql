-- One row per report, for the list.
create table report_list_rows (
  generation    integer     not null,
  id            uuid        not null,
  kind          text        not null,
  period        text        not null,
  zone          text        not null,
  edition       bigint      not null,
  status        text        not null,
  version       integer     not null,
  compiled_at   timestamptz not null,
  compiled_by   text        not null,
  issued_at     timestamptz,
  superseded_by uuid,
  content_hash  text        not null,
  primary key (generation, id)
) partition by list (generation);

-- Newest first, all of them or those of a period.
create index report_list_newest on report_list_rows (generation, compiled_at desc, id desc);
create index report_list_period on report_list_rows (generation, kind, period, compiled_at desc, id desc);

grant select, insert, update, delete on report_list_rows to ${appRole};

create view report_list as
  select * from report_list_rows
   where generation = (select g.generation from view_generation g where g.view = 'report-list' and g.state = 'serving');
grant select on report_list to ${appRole};
