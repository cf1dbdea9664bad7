update col set models = replace(models, '"Evidence"', '"Beweis"');
