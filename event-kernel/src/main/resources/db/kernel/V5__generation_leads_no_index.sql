-- A partition of a view holds one generation, so an index that begins with it tells nothing apart in its beginning: while a partition
-- is small or has no statistics yet, such an index looks as good as the right one, and a statement prepared then goes on reading whole
-- partitions for each row it wants. So the generation leads no index of a view; a key, which must contain it, ends with it.

create function generation_leads_no_index() returns void
language plpgsql as $$
declare
  v_index record;
begin
  for v_index in
    select t.relname as of_table, i.relname as name, x.indisprimary as is_key,
           pg_get_indexdef(x.indexrelid) as definition, pg_get_constraintdef(k.oid) as key_definition
      from pg_index x
      join pg_class i on i.oid = x.indexrelid
      join pg_class t on t.oid = x.indrelid
      left join pg_constraint k on k.conindid = x.indexrelid and k.contype = 'p'
     where t.relkind = 'p' and t.relnamespace = 'public'::regnamespace and t.relname ~ '_rows$'
       and pg_get_indexdef(x.indexrelid, 1, true) = 'generation'
  loop
    if v_index.is_key then
      execute format('alter table %I drop constraint %I', v_index.of_table, v_index.name);
      execute format('alter table %I add %s', v_index.of_table,
                     regexp_replace(v_index.key_definition, '\(generation, (.*)\)$', '(\1, generation)'));
    else
      execute format('drop index %I', v_index.name);
      execute replace(replace(v_index.definition, ' ON ONLY ', ' ON '), '(generation, ', '(');
    end if;
  end loop;
end $$;
revoke all on function generation_leads_no_index() from public;

-- As before, and it refuses a table of that kind.
create or replace function create_view_partition(p_table text, p_generation integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_table !~ '^[a-z_]+_rows$' then
    raise exception 'not a view table: %', p_table;
  end if;
  if exists (select from pg_index x
              where x.indrelid = p_table::regclass and pg_get_indexdef(x.indexrelid, 1, true) = 'generation') then
    raise exception 'an index of % begins with the generation', p_table;
  end if;
  execute format('create table if not exists %I partition of %I for values in (%s)',
                 p_table || '_g' || p_generation, p_table, p_generation);
  execute format('grant select, insert, update, delete on %I to ${appRole}', p_table || '_g' || p_generation);
end $$;
