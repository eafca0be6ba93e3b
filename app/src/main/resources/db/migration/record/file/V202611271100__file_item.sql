-- A file goes on with its part: further items that hold it, beside the one it was added to. It is
-- read wherever one of them is.
create table file_item (
  tenant_id integer not null,
  item_id uuid not null,
  file_id uuid not null,
  child_id uuid not null,
  constraint file_item_pk primary key (tenant_id, item_id, file_id),
  constraint file_item_item foreign key (tenant_id, child_id, item_id) references item,
  constraint file_item_file foreign key (tenant_id, file_id) references file
);
create index file_item_by_file on file_item (tenant_id, file_id);
call guard_by_child('file_item');
