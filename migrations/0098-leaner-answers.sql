-- Why: every answer paid for checks and index entries that nothing needs: a survey belongs to a workspace already,
-- and most answers of an import have no invitation.

alter table responses drop constraint responses_workspace_id_fkey;
alter table responses drop constraint responses_workspace_id_invitation_id_key;
create unique index responses_invitation on responses (workspace_id, invitation_id) where invitation_id is not null;
