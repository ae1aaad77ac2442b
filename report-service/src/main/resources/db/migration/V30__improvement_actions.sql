-- Improvement actions as they were known, and from when to when (G11): one row per event. What is known now has no known_to.
create table improvement_action_rows (
  generation           integer     not null,
  version_id           text        not null,
  action_id            uuid        not null,
  version              integer     not null,
  known_from           timestamptz not null,
  known_to             timestamptz,
  number               text        not null,
  problem              text        not null,
  origin_kind          text        not null,
  origin_id            text,
  proposed_at          timestamptz not null,
  status               text        not null,
  department           text,
  person               text,
  requirement          text,
  due_on               date,
  verifying_department text,
  verifier             text,
  rounds               integer     not null,
  verified_at          timestamptz,
  primary key (generation, version_id)
) partition by list (generation);

-- The version an event follows on.
create index improvement_action_current on improvement_action_rows (generation, action_id) where known_to is null;
-- The register, the latest first, and by due date.
create index improvement_action_newest on improvement_action_rows (generation, proposed_at desc, action_id desc)
  where known_to is null;
create index improvement_action_due on improvement_action_rows (generation, due_on, action_id) where known_to is null;
-- The actions of one report or case.
create index improvement_action_origin on improvement_action_rows (generation, origin_kind, origin_id)
  where known_to is null;

grant select, insert, update, delete on improvement_action_rows to ${appRole};

-- What readers see: the serving generation, every version or what is known now.
create view improvement_action_version as
  select * from improvement_action_rows
   where generation = (select g.generation from view_generation g
                        where g.view = 'improvement-actions' and g.state = 'serving');
create view improvement_action as
  select * from improvement_action_version where known_to is null;
grant select on improvement_action_version, improvement_action to ${appRole};
