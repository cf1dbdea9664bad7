update col set models = replace(models, '.citedeck', '.mine');
