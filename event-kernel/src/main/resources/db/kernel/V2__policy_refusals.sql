-- One event may cause several commands, each with an outcome of its own; a refused one keeps its cause, so that a person can have
-- it tried again (G4).
alter table policy_reaction add column id bigint generated always as identity;
alter table policy_reaction add column place smallint not null default 0;
alter table policy_reaction add column event text;
alter table policy_reaction add column retried_by text;
alter table policy_reaction add column retried_at timestamptz;
alter table policy_reaction drop constraint policy_reaction_pkey;
alter table policy_reaction add primary key (policy, cause, place);
create index policy_reaction_refused on policy_reaction (id) where outcome = 'refused';

grant update (outcome, rule, detail, retried_by, retried_at) on policy_reaction to ${appRole};
