-- The list of a programme begins with the programme, not with every child its place deals with.
create index participation_by_programme on participation (tenant_id, programme_id, fiscal_year);
