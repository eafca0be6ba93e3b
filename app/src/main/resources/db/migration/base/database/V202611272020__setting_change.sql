-- When a setting was decided last, and by whom: null where the program itself did.
alter table tenant_setting add column changed_at timestamptz;
alter table tenant_setting add column changed_by uuid;
