-- Inboxes (X-08): a row for each who is told of something, one for each who has read it, and the numbers of cases, which of their events
-- only the first tells. A reading may come before what was read, for it comes by another stream.
create table notification_rows (
  generation       integer     not null,
  id               text        not null,
  recipient        text        not null,
  kind             text        not null,
  title            text        not null,
  complaint_id     uuid        not null,
  complaint_number text,
  milestone        text,
  department       text,
  due_at           timestamptz,
  level            integer,
  occurred_at      timestamptz not null,
  recorded_at      timestamptz not null,
  primary key (id, generation)
) partition by list (generation);

-- An inbox of few by its recipient, one that is told much by its order.
create index notification_recipient on notification_rows (recipient, recorded_at desc, id desc);
create index notification_recorded on notification_rows (recorded_at desc, id desc);
create index notification_complaint on notification_rows (complaint_id);

create table notification_reading_rows (
  generation   integer     not null,
  id           uuid        not null,
  notification text        not null,
  person       text        not null,
  read_at      timestamptz not null,
  primary key (id, generation)
) partition by list (generation);

create index notification_reading_person on notification_reading_rows (notification, person);

create table notification_case_rows (
  generation integer not null,
  id         uuid    not null,
  number     text    not null,
  primary key (id, generation)
) partition by list (generation);

create view notification as
  select * from notification_rows
   where generation = (select g.generation from view_generation g where g.view = 'notifications' and g.state = 'serving');

create view notification_reading as
  select * from notification_reading_rows
   where generation = (select g.generation from view_generation g where g.view = 'notifications' and g.state = 'serving');

grant select, insert, update, delete on notification_rows, notification_reading_rows, notification_case_rows to ${appRole};
grant select on notification, notification_reading to ${appRole};
