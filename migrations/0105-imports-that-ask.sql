-- Why: what a file brings may set off triggers; whoever imports it is told before how many questions that makes.

alter table imports add column turns_made bigint not null default 0;
comment on column imports.turns_made is 'How many turns of triggers the rows make (or would, in a dry run): people who may be asked.';
