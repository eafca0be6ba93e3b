-- The form of a returned paper puts it on file once, however often it is sent.
alter table consent_copy add column form_id uuid;
create unique index consent_copy_once on consent_copy (tenant_id, consent_id, form_id);
