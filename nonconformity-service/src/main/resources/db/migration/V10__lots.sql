-- The view `lots`. A complaint knows what it names, so that a later event finds the lot, and a correction can move it.
create table lot_complaint_rows (
  generation   integer     not null,
  complaint_id uuid        not null,
  number       text        not null,
  received_at  timestamptz not null,
  status       text        not null,
  historical   boolean     not null,
  lot_key      text,
  serial_key   text,
  product      text,
  model        text,
  issue        text,
  severity     text,
  primary key (generation, complaint_id)
) partition by list (generation);

-- Each begins with the generation: a partition that is filling has no statistics yet that would tell how little that selects.
create index lot_complaint_of_lot on lot_complaint_rows (generation, lot_key, received_at, complaint_id);
create index lot_complaint_of_serial on lot_complaint_rows (generation, serial_key, received_at, complaint_id);
-- Hashed: an imported product may be called anything, at any length.
create index lot_complaint_product on lot_complaint_rows using hash (product);
create index lot_complaint_model on lot_complaint_rows using hash (model);

create table lot_rows (
  generation        integer     not null,
  key               text        not null,
  kind              text        not null check (kind in ('lot', 'serial-number')),
  value             text        not null,
  complaint_count   integer     not null,
  open_count        integer     not null,
  declined_count    integer     not null,
  products          json        not null,
  by_issue          json        not null,
  first_reported_at timestamptz not null,
  last_reported_at  timestamptz not null,
  primary key (generation, key)
) partition by list (generation);

create index lot_most_complaints on lot_rows (generation, complaint_count, key);
create index lot_last_reported on lot_rows (generation, last_reported_at, key);
create index lot_value on lot_rows (generation, value);

create view lot_complaint as
  select complaint_id, number, received_at, status, historical, lot_key, serial_key, product, model, issue, severity
    from lot_complaint_rows
   where generation = (select g.generation from view_generation g where g.view = 'lots' and g.state = 'serving');

create view lot as
  select key, kind, value, complaint_count, open_count, declined_count, products::text as products,
         by_issue::text as by_issue, first_reported_at, last_reported_at
    from lot_rows
   where generation = (select g.generation from view_generation g where g.view = 'lots' and g.state = 'serving');

grant select, insert, update, delete on lot_complaint_rows, lot_rows to ${appRole};
grant select on lot_complaint, lot to ${appRole};
