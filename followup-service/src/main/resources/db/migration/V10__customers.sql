-- The view `customers`. A complaint knows whose it is, so that a later event finds the customer, and a correction can move it.
create table customer_complaint_rows (
  generation     integer     not null,
  complaint_id   uuid        not null,
  number         text        not null,
  received_at    timestamptz not null,
  status         text        not null,
  historical     boolean     not null,
  customer_key   text,
  customer_id    text,
  customer_class text,
  phone          text,
  email          text,
  contact        json        not null,
  matter         json        not null,
  primary key (generation, complaint_id)
) partition by list (generation);

-- Each begins with the generation: a partition that is filling has no statistics yet that would tell how little that selects.
create index customer_complaint_of on customer_complaint_rows (generation, customer_key, received_at, complaint_id);
create index customer_complaint_number on customer_complaint_rows (generation, number);
create index customer_complaint_customer_id on customer_complaint_rows (generation, customer_id);
create index customer_complaint_phone on customer_complaint_rows (generation, phone);
create index customer_complaint_email on customer_complaint_rows (generation, email);

create table customer_rows (
  generation         integer     not null,
  key                text        not null,
  complaint_count    integer     not null,
  open_count         integer     not null,
  first_complaint_at timestamptz not null,
  last_complaint_at  timestamptz not null,
  customer_id        text,
  customer_class     text,
  contact            json        not null,
  search             text        not null,
  primary key (generation, key)
) partition by list (generation);

create index customer_last_complaint on customer_rows (generation, last_complaint_at, key);

create view customer_complaint as
  select complaint_id, number, received_at, status, historical, customer_key, customer_id, phone, email,
         matter->>'product' as product, matter->>'model' as model, matter->>'category' as category,
         matter->>'issue' as issue, matter->>'severity' as severity
    from customer_complaint_rows
   where generation = (select g.generation from view_generation g where g.view = 'customers' and g.state = 'serving');

create view customer as
  select c.key, c.complaint_count, c.open_count, c.first_complaint_at, c.last_complaint_at, c.customer_id, c.customer_class,
         c.contact->>'name' as name, c.contact->>'phone' as phone, c.contact->>'email' as email,
         c.contact->>'address' as address, c.search, l.complaint_id as last_complaint_id
    from customer_rows c
    left join lateral (
      select p.complaint_id from customer_complaint_rows p
       where p.generation = c.generation and p.customer_key = c.key
       order by p.received_at desc, p.complaint_id desc limit 1) l on true
   where c.generation = (select g.generation from view_generation g where g.view = 'customers' and g.state = 'serving');

grant select, insert, update, delete on customer_complaint_rows, customer_rows to ${appRole};
grant select on customer_complaint, customer to ${appRole};
