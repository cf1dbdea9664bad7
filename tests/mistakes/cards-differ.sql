delete from cards where nid = (select id from notes where flds like '%"planner"%');
