-- What agents did, by day.
create table agent_day_rows (
  generation integer not null,
  key        text    not null,
  agent      text    not null,
  day        date    not null,
  hours      json    not null,
  primary key (generation, key)
) partition by list (generation);

create view agent_day as
  select key, agent, day, hours::text as hours
    from agent_day_rows
   where generation = (select g.generation from view_generation g where g.view = 'agent-days' and g.state = 'serving');

grant select, insert, update, delete on agent_day_rows to ${appRole};
grant select on agent_day to ${appRole};
