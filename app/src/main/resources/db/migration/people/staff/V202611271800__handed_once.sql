-- A form hands a password once, and no password is handed twice: a slip that is sent again does nothing.
alter table account add column handed_forms uuid[] not null default '{}';
alter table account add column handed_hash text;
update account set handed_hash = password_hash where password_handed;
