-- The list of complaints: one row per case and generation of the view.
create table complaint_list_rows (
  generation       integer     not null,
  id               uuid        not null,
  number           text        not null,
  version          integer     not null,
  status           text        not null,
  channel          text,
  severity         text,
  category         text,
  issue            text,
  product          text,
  region           text,
  customer_id      text,
  customer_name    text,
  source_system    text,
  source_reference text,
  summary          text,
  received_at      timestamptz not null,
  recorded_at      timestamptz not null,
  next_due_at      timestamptz,
  historical       boolean     not null,
  search           text        not null,
  primary key (generation, id)
) partition by list (generation);

-- Every index begins with the generation, as every question does.
create index complaint_list_received on complaint_list_rows (generation, received_at desc, id desc);
create index complaint_list_source on complaint_list_rows (generation, source_system, source_reference);
create index complaint_list_customer on complaint_list_rows (generation, customer_id) where customer_id is not null;
create index complaint_list_due on complaint_list_rows (generation, next_due_at, id) where next_due_at is not null;

create view complaint_list as
  select * from complaint_list_rows
   where generation = (select g.generation from view_generation g where g.view = 'complaint-list' and g.state = 'serving');

grant select, insert, update, delete on complaint_list_rows to ${appRole};
grant select on complaint_list to ${appRole};
