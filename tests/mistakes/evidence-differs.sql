update notes set flds = replace(flds, 'opened the mole on 14 June', 'opened the mole on 15 June') where flds like '%"length"%';
update notes set flds = replace(flds, '<cite>The Harbour of Saltmere', '<cite>The Harbour of Norrin') where flds like '%"planner"%';
