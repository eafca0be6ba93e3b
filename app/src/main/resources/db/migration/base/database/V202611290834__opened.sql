-- After a restore nobody is served until somebody has looked at what was written after the backup (docs/backup.md).
alter table infra.installation add column opened_at timestamptz;
update infra.installation set opened_at = now();
alter table infra.installation add constraint installation_opened check (restored_at is not null or opened_at is not null);
