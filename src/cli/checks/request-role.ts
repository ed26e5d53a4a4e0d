import { APP_ROLE } from '../../platform/database/index.ts'
import { bad, type Check, good } from '../check.ts'

export default {
  name: 'Requests run under a role that owns nothing',
  ask: async client => {
    const { rows } = await client.query<{ me: string; member: boolean | null; mighty: boolean | null }>(
      `select current_user as me,
         (select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = $1) as member,
         (select rolsuper or rolbypassrls from pg_roles where rolname = $1) as mighty`,
      [APP_ROLE],
    )
    const found = rows[0]
    if (found?.mighty) {
      return bad(
        `${APP_ROLE} may look over the walls between workspaces.`,
        `Run: alter role ${APP_ROLE} nosuperuser nobypassrls;`,
      )
    }
    if (found?.member) return good(APP_ROLE)
    return bad(
      `The database user ${found?.me} may not act as ${APP_ROLE}.`,
      `Have an administrator run: create role ${APP_ROLE} nologin; grant ${APP_ROLE} to "${found?.me}";`,
    )
  },
} satisfies Check
