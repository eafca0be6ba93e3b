-- Flyway keeps its history in schema infra; the tables themselves belong to public.
set search_path to public;
