-- a note type of somebody else, and a note of it
update col set models = json_set(models, '$.7', json('{"id": 7, "name": "Basic", "type": 0, "css": "", "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}], "tmpls": []}'));
update notes set mid = 7, flds = 'Front' || x'1f' || 'Back' where flds like '%"planner"%';
