-- Why: what people said themselves stands against files; whoever imports one is told how much of it waits beneath.

alter table imports add column values_kept bigint not null default 0;
comment on column imports.values_kept is 'How many attribute values of the file wait (or would, in a dry run) beneath what people said or a member corrected.';
