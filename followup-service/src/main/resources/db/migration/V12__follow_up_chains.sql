-- Chains of contacts: one row per contact and generation of the view.
create table follow_up_chain_rows (
  generation   integer     not null,
  id           uuid        not null,
  chain_id     uuid        not null,
  contact      integer     not null,
  complaint_id uuid        not null,
  customer_id  text,
  planned_at   timestamptz not null,
  origin       json        not null,
  status       text        not null,
  attempts     integer     not null,
  because      text,
  said         json,
  review       json,
  primary key (generation, id)
) partition by list (generation);

create index follow_up_chain_contacts on follow_up_chain_rows (generation, chain_id, contact);
create index follow_up_chain_complaint on follow_up_chain_rows (generation, complaint_id);
create index follow_up_chain_customer on follow_up_chain_rows (generation, customer_id) where customer_id is not null;
create index follow_up_chain_planned on follow_up_chain_rows (generation, planned_at, id);
create index follow_up_chain_status on follow_up_chain_rows (generation, status, planned_at, id);

-- A chain stands at its last contact; one that was waived counts only where there is no other.
create view follow_up_chain_contact as
  select c.id, c.chain_id, c.contact, c.complaint_id, c.customer_id, c.planned_at, c.origin::text as origin, c.status, c.attempts,
         c.because, c.said::text as said, c.review::text as review,
         not exists (
           select 1 from follow_up_chain_rows l
            where l.generation = c.generation and l.chain_id = c.chain_id
              and (l.status <> 'waived', l.contact, l.planned_at, l.id) > (c.status <> 'waived', c.contact, c.planned_at, c.id)
         ) as head,
         case c.status when 'closed' then 'confirmed' when 'unconfirmed' then 'unconfirmed' when 'waived' then 'waived'
                       else 'open' end as chain_status
    from follow_up_chain_rows c
   where c.generation = (select g.generation from view_generation g where g.view = 'follow-up-chains' and g.state = 'serving');

grant select, insert, update, delete on follow_up_chain_rows to ${appRole};
grant select on follow_up_chain_contact to ${appRole};
