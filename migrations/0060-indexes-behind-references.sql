-- Why: removing a workspace, a person or a wave looks up every row that refers to it; without these that takes minutes.

create index invitations_person on invitations (workspace_id, person_id);
create index invitations_version on invitations (workspace_id, survey_id, survey_version);
create index messages_invitation on messages (workspace_id, invitation_id);
create index case_contacts_message on case_contacts (workspace_id, message_id);
create index case_closures_case on case_closures (workspace_id, case_id);
