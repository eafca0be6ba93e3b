-- Which life of the database this is: the first, and one more with each restore. The server numbers its transactions anew in each,
-- so the trace numbers them by the incarnation first and the server's own number (below 2^48) after it; see docs/trace.md.
create table infra.installation (
  one boolean not null default true,
  incarnation integer not null,
  restored_at timestamptz,
  constraint installation_pk primary key (one),
  constraint installation_one check (one),
  constraint installation_counted check (incarnation between 1 and 32767)
);
insert into infra.installation (incarnation) values (1);
grant select on infra.installation to ${application_role};

create function incarnation_base() returns bigint language sql stable as $$
  select (incarnation - 1) * 281474976710656 from infra.installation
$$;

-- The number by which the trace calls the transaction that asks.
create function trace_transaction() returns bigint language sql stable as $$
  select incarnation_base() + pg_current_xact_id()::text::bigint
$$;

-- Below it no transaction of this incarnation is under way, and none of an earlier one.
create function trace_oldest_under_way() returns bigint language sql stable as $$
  select incarnation_base() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint
$$;
