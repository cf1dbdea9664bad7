update notes set flds = replace(flds, '"version": 1', '"version": 2') where flds like '%"planner"%';
