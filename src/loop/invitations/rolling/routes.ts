import { z } from 'zod'
import { change, type Endpoint, look } from '../../../access/index.ts'
import { NewRollingPlan, RollingPlan, RollingPlanChange, RollingPreview } from '../../../vocabulary/index.ts'
import { previewPlan } from './preview-plan.ts'
import { changePlan, createPlan, listPlans, readPlan, removePlan, startRolling, stopRolling } from './rolling-plans.ts'

const params = z.object({ planId: z.uuid() })

/** Addresses of rolling plans. */
export const routes: Endpoint[] = [
  look({
    path: '/rolling-plans',
    allow: 'viewer',
    summary: 'Lists the plans that ask each person every so many days.',
    reply: z.object({ items: z.array(RollingPlan) }),
    run: ({ tx }) => listPlans(tx),
  }),
  change('post', {
    path: '/rolling-plans',
    allow: 'manager',
    summary: 'Makes a rolling plan; it asks nobody before it is started.',
    body: NewRollingPlan,
    reply: RollingPlan,
    status: 201,
    run: ({ tx, body }) => createPlan(tx, body),
  }),
  look({
    path: '/rolling-plans/{planId}',
    allow: 'viewer',
    summary: 'Shows a rolling plan with what became of its turns.',
    params,
    reply: RollingPlan,
    run: ({ tx, params }) => readPlan(tx, params.planId),
  }),
  change('patch', {
    path: '/rolling-plans/{planId}',
    allow: 'manager',
    summary: 'Changes a rolling plan; turns that wait are laid out again.',
    params,
    body: RollingPlanChange,
    reply: RollingPlan,
    run: ({ tx, params, body }) => changePlan(tx, params.planId, body),
  }),
  change('delete', {
    path: '/rolling-plans/{planId}',
    allow: 'manager',
    summary: 'Removes a rolling plan; its rounds and answers stay.',
    params,
    run: ({ tx, params }) => removePlan(tx, params.planId),
  }),
  look({
    path: '/rolling-plans/{planId}/preview',
    allow: 'viewer',
    summary: 'Says who is due in the next seven days.',
    params,
    reply: RollingPreview,
    run: ({ tx, params, tools }) => previewPlan(tx, params.planId, tools.clock()),
  }),
  change('post', {
    path: '/rolling-plans/{planId}/start',
    allow: 'manager',
    summary: 'Lets a rolling plan ask from today on.',
    params,
    reply: RollingPlan,
    run: ({ tx, params, caller, tools }) => startRolling(tx, params.planId, caller, tools),
  }),
  change('delete', {
    path: '/rolling-plans/{planId}/start',
    allow: 'manager',
    summary: 'Stops a rolling plan: whoever waits is not asked.',
    params,
    reply: RollingPlan,
    run: ({ tx, params }) => stopRolling(tx, params.planId),
  }),
]
