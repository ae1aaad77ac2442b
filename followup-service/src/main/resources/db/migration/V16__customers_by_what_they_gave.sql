-- Most complaints give one of these and not the others; what a complaint does not give, nobody finds it by.
drop index customer_complaint_customer_id, customer_complaint_phone, customer_complaint_email;
create index customer_complaint_customer_id on customer_complaint_rows (customer_id) where customer_id is not null;
create index customer_complaint_phone on customer_complaint_rows (phone) where phone is not null;
create index customer_complaint_email on customer_complaint_rows (email) where email is not null;
