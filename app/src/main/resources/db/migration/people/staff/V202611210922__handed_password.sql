-- A password that somebody else set (an administrator) is good for one thing: choosing one's own.
alter table account add column password_handed boolean not null default false;
