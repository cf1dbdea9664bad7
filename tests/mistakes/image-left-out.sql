-- the note shows a picture that was not built
update notes set flds = replace(flds, substr(flds, instr(flds, 'citedeck-'), 29), 'citedeck-00112233445566778899');
update notes set tags = ' citedeck::retired ';
