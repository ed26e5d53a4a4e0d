-- Why: every answer paid for a check that nothing needs: its survey belongs to the workspace already.

alter table responses drop constraint responses_workspace_id_fkey;
