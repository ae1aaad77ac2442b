-- Inboxes (X-08): a row for each who is told of something, and one for each who has read it, which may come before what was read, for it
-- comes by another stream. The number of a case, which of its events only the first tells, is the list's.
create table notification_rows (
  generation       integer     not null,
  id               text        not null,
  recipient        text        not null,
  kind             text        not null,
  title            text        not null,
  complaint_id     uuid        not null,
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

create view notification as
  select n.*, (select c.number from complaint_list c where c.id = n.complaint_id) as complaint_number
    from notification_rows n
   where generation = (select g.generation from view_generation g where g.view = 'notifications' and g.state = 'serving');

create view notification_reading as
  select * from notification_reading_rows
   where generation = (select g.generation from view_generation g where g.view = 'notifications' and g.state = 'serving');

grant select, insert, update, delete on notification_rows, notification_reading_rows to ${appRole};
grant select on notification, notification_reading to ${appRole};
