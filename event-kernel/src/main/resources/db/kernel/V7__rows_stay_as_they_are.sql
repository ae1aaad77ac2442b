-- From two kilobytes on PostgreSQL compresses what a row holds, until it is below that. A complaint's event and its answer stand just
-- above it, and to compress both took a seventh of what it spends on a filing. Up to half a page they stay as they are.
alter table event set (toast_tuple_target = 4080);
alter table idempotency_key set (toast_tuple_target = 4080);
