-- Why: a reply to a person must not wait behind a hundred thousand surveys, and what is too late is looked for every five seconds.

create index messages_in_line on messages ((purpose in ('survey', 'reminder')), not_before) where state in ('queued', 'deferred');
create index messages_too_late on messages (expires_at) where state in ('queued', 'deferred');
