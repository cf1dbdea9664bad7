-- x'1f' parts the fields: what is typed comes after the answer
update notes set flds = replace(flds, '640 metres' || x'1f' || '640 metres', '640 metres' || x'1f' || '540 metres');
