-- Months begin at midnight UTC whoever starts the program: in the time zone of whoever did, one could overlap the month before.
create or replace procedure keep_audit_partitions(first_month date, months integer) language plpgsql set timezone to 'UTC' as $$
declare
  month date;
begin
  for i in 0 .. months - 1 loop
    month := (date_trunc('month', first_month) + make_interval(months => i))::date;
    execute format('create table if not exists audit_event_%s partition of audit_event for values from (%L) to (%L)',
      to_char(month, 'YYYYMM'), month, (month + interval '1 month')::date);
    execute format('create table if not exists audit_subject_%s partition of audit_subject for values from (%L) to (%L)',
      to_char(month, 'YYYYMM'), month, (month + interval '1 month')::date);
  end loop;
end $$;
