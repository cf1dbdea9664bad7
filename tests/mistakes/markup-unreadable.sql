update notes set flds = replace(flds, x'1f' || '640 metres', x'1f' || '<s>640 metres</s> 12 miles') where flds like '%"length"%';
