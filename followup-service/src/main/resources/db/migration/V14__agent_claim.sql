-- The task an agent claimed last, moved on by compare-and-set of its turn in the transaction of the claim: of an agent's
-- simultaneous claims one wins. Whether he still holds the task says the task's own stream.
create table agent_claim (
  agent     text   primary key,
  follow_up uuid   not null,
  turn      bigint not null check (turn > 0)
);

grant select, insert, update on agent_claim to ${appRole};
