-- 準備中: a request is seen by nobody outside until whoever prepared it has sent it to the family. What stood
-- there before counts as sent; the default is for those rows only.
alter table consent_request add column sent_at timestamptz default now();
alter table consent_request alter column sent_at drop default;
