-- Complaints that name neither lot nor serial number lead to none. A product's name may be of any length, so its beginning stands in
-- the index; not its hash, whose chains grow as long as a product has complaints.
drop index lot_complaint_of_lot, lot_complaint_of_serial, lot_complaint_product, lot_complaint_model;
create index lot_complaint_of_lot on lot_complaint_rows (lot_key, received_at, complaint_id) where lot_key is not null;
create index lot_complaint_of_serial on lot_complaint_rows (serial_key, received_at, complaint_id)
  where serial_key is not null;
create index lot_complaint_product on lot_complaint_rows (left(product, 100))
  where lot_key is not null or serial_key is not null;
create index lot_complaint_model on lot_complaint_rows (left(model, 100))
  where lot_key is not null or serial_key is not null;
