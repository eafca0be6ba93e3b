-- In which language somebody reads: of the person, not of the browser, because PCs are shared.
alter table account add column language text not null default 'ja';
