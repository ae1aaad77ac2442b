-- The complaints of a period as they were known once (knownAt): versions that no longer hold.
create index complaint_fact_past on complaint_fact_rows (generation, received_at) where known_to is not null;
