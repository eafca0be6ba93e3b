-- Who teaches a class, for the page of a child: without it every assignment of the municipality is read.
create index assignment_by_class on assignment (tenant_id, class_id) where class_id is not null;
