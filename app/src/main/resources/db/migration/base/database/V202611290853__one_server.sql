-- Nothing distributes a database yet (docs/distributed.md): what V202611290852 made for it would widen the trace and goes again. A database
-- with the extension is refused before it is migrated (Installation).
create or replace procedure ask_by_child(asked text, condition text) language plpgsql as $$
declare
  way text;
begin
  foreach way in array array['may_read', 'may_change', 'may_remove'] loop
    execute format('alter policy %I on %I using (%s)', way, asked, condition);
  end loop;
end $$;

-- Where a distributed engine would be told of a table; on one server there is nothing to do.
create or replace procedure distribute(table_name text) language plpgsql as $$
begin
end $$;

drop procedure plain_policies(text);
drop function plain_condition(text);
drop function is_distributed();
