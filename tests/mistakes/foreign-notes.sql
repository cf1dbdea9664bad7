-- a note type of somebody else, and a note of it
update col set models = json_set(models, '$.7', json('{"id": 7, "name": "Basic", "type": 0, "css": "", "flds": [], "tmpls": []}'));
update notes set mid = 7 where flds like '%"planner"%';
