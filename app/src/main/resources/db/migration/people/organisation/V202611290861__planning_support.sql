-- 相談支援事業所: makes the 障害児支援利用計画 and looks after it.
alter table organisation drop constraint organisation_kind;
alter table organisation add constraint organisation_kind check (kind in ('CENTRE', 'EDUCATION_CENTRE', 'NURSERY',
  'KINDERGARTEN', 'CERTIFIED_CHILDCARE', 'ELEMENTARY', 'JUNIOR_HIGH', 'HIGH_SCHOOL', 'SPECIAL_NEEDS_SCHOOL',
  'DAY_SERVICE', 'PLANNING_SUPPORT', 'AFTER_SCHOOL', 'HEALTH_CENTRE', 'CITY_OFFICE', 'BOARD_OF_EDUCATION', 'MEDICAL'));
