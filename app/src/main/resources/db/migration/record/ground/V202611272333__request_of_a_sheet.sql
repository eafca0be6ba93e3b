-- A consent that was prepared because another place asked for parts of one sheet (B4): the hubs take its paper in too.
alter table consent_request add column of_sheet boolean not null default false;
