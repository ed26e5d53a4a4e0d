import { z } from 'zod'

/** Rights of a member, from least to most; each has the rights of those before it. */
export const ROLES = ['viewer', 'agent', 'manager', 'admin', 'owner'] as const

/** One of the five roles. */
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** Whether `held` includes the rights of `needed`. */
export const roleIncludes = (held: Role, needed: Role): boolean => ROLES.indexOf(held) >= ROLES.indexOf(needed)
