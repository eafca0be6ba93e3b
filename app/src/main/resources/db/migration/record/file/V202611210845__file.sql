-- Scans and attachments; each belongs to an item and is read as that item is.
create table file (
  tenant_id integer not null,
  file_id uuid not null,
  child_id uuid not null,
  item_id uuid not null,
  name text not null,
  media_type text not null,
  sha256 bytea not null,
  content bytea not null,
  added_at timestamptz not null,
  added_by uuid not null,
  constraint file_pk primary key (tenant_id, file_id),
  constraint file_item foreign key (tenant_id, child_id, item_id) references item
);
create index file_by_item on file (tenant_id, item_id);
call guard_by_child('file');
