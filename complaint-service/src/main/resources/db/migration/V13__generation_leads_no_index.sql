-- See the kernel: an index that begins with the generation misleads while a partition is small.
select generation_leads_no_index();
