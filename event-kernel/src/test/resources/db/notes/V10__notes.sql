-- The view of the kernel's own test application.
create table note_rows (
  generation  integer     not null,
  id          uuid        not null,
  number      text        not null,
  text        text        not null,
  lines       integer     not null,
  stamps      json        not null,
  marks       bigint      not null,
  version     integer     not null,
  recorded_at timestamptz not null,
  primary key (generation, id)
) partition by list (generation);

create view notes as
  select * from note_rows
   where generation = (select g.generation from view_generation g where g.view = 'notes' and g.state = 'serving');

grant select, insert, update, delete on note_rows to ${appRole};
grant select on notes to ${appRole};
