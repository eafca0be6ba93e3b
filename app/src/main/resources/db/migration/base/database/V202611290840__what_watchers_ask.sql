-- What the program tells whoever watches it: the newest migration that was made here, and when everything was
-- last taken out into a backup. Neither goes into a backup: what comes back is another machine's to say.
alter table infra.installation add column schema_version text;
alter table infra.installation add column backed_up_at timestamptz;
grant update (backed_up_at) on infra.installation to ${application_role};
