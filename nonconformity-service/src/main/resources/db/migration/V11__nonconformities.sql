-- The view `nonconformity-list`: one row per nonconformity.
create table nonconformity_list_rows (
  generation   integer     not null,
  id           uuid        not null,
  number       text        not null,
  version      integer     not null,
  status       text        not null,
  severity     text,
  level        text,
  source       text        not null,
  category     text        not null,
  complaint_id uuid,
  supplier     text,
  lot          text,
  product      text,
  model        text,
  quantity     integer,
  location     text,
  held         boolean     not null,
  summary      text        not null,
  reported_at  timestamptz not null,
  search       text        not null,
  parts        json        not null,
  primary key (generation, id)
) partition by list (generation);

-- Every index begins with the generation, as every question does.
create index nonconformity_list_reported on nonconformity_list_rows (generation, reported_at desc, id desc);
create index nonconformity_list_status on nonconformity_list_rows (generation, status, reported_at desc, id desc);
create index nonconformity_list_complaint on nonconformity_list_rows (generation, complaint_id) where complaint_id is not null;
-- Hashed: a complaint may call a lot anything, at any length.
create index nonconformity_list_lot on nonconformity_list_rows using hash (lot);

create view nonconformity_list as
  select id, number, version, status, severity, level, source, category, complaint_id, supplier, lot, product, model, quantity,
         location, held, summary, reported_at, search
    from nonconformity_list_rows
   where generation = (select g.generation from view_generation g where g.view = 'nonconformity-list' and g.state = 'serving');

-- The view `holds`: what is held, and by which nonconformity; a hold that has ended is gone.
create table hold_rows (
  generation       integer not null,
  key              text    not null,
  nonconformity_id uuid    not null,
  primary key (generation, nonconformity_id, key)
) partition by list (generation);

create index hold_key on hold_rows (generation, key);

create view hold as
  select key, nonconformity_id
    from hold_rows
   where generation = (select g.generation from view_generation g where g.view = 'holds' and g.state = 'serving');

grant select, insert, update, delete on nonconformity_list_rows, hold_rows to ${appRole};
grant select on nonconformity_list, hold to ${appRole};
