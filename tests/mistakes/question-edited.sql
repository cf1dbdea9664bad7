update notes set flds = replace(flds, 'Who drew the plans', 'Who paid the builders');
