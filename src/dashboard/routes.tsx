/*
 * Every page of the dashboard, one line each. To add one:
 *   1. write pages/<area>/index.tsx with a default export, a component without props that returns <Page title=…>…</Page>;
 *   2. add a line to PAGES below: `'/area/$thingId': () => import('./pages/area/thing.tsx'),`
 * Filters live in the address: `const [filters, setFilters] = useAddress(Filters)` (shell/address.ts) with a zod schema of the page.
 * Parameters: `const { thingId } = useParams({ strict: false })`. Pages are loaded when they are visited, their CSS (import './area.css') too.
 */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { readSearch, writeSearch } from './shell/address.ts'
import { BareFrame, Frame } from './shell/frame.tsx'
import { Loading } from './shell/loading.tsx'
import { Broken, Missing } from './shell/missing.tsx'

type Load = () => Promise<{ default: ComponentType }>

/** Inside the frame, for members. */
const PAGES: Record<string, Load> = {
  '/': () => import('./pages/pulse/index.tsx'),
  '/listen': () => import('./pages/listen/index.tsx'),
  '/understand': () => import('./pages/understand/index.tsx'),
  '/understand/coverage': () => import('./pages/understand/coverage.tsx'),
  '/welcome': () => import('./pages/access/welcome.tsx'),
  '/prove': () => import('./pages/prove/index.tsx'),
  '/act': () => import('./pages/act/index.tsx'),
  '/act/$caseId': () => import('./pages/act/index.tsx'),
  '/people': () => import('./pages/people/index.tsx'),
  '/people/legal-basis': () => import('./pages/people/legal-basis.tsx'),
  '/people/$personId/ledger': () => import('./pages/people/ledger.tsx'),
  '/people/$personId': () => import('./pages/people/person.tsx'),
  '/ask': () => import('./pages/ask/index.tsx'),
  '/ask/send': () => import('./pages/ask/send.tsx'),
  '/ask/links': () => import('./pages/ask/links/index.tsx'),
  '/ask/links/$openLinkId': () => import('./pages/ask/links/link.tsx'),
  '/ask/surveys/$surveyId': () => import('./pages/ask/survey.tsx'),
  '/ask/messages': () => import('./pages/delivery/messages.tsx'),
  '/ask/suppressed': () => import('./pages/delivery/suppressed.tsx'),
  '/settings/delivery': () => import('./pages/delivery/sender.tsx'),
  '/ask/rounds/$waveId': () => import('./pages/ask/round.tsx'),
  '/ask/rolling': () => import('./pages/ask/rolling/index.tsx'),
  '/ask/rolling/$planId': () => import('./pages/ask/rolling/plan.tsx'),
  '/ask/triggers': () => import('./pages/ask/triggers/index.tsx'),
  '/ask/triggers/$triggerId': () => import('./pages/ask/triggers/trigger.tsx'),
  '/ask/events': () => import('./pages/ask/events/index.tsx'),
  '/ask/events/$sourceId': () => import('./pages/ask/events/source.tsx'),
  '/ask/coverage': () => import('./pages/ask/reach.tsx'),
  '/settings': () => import('./pages/settings/index.tsx'),
  '/settings/attributes': () => import('./pages/settings/attributes/index.tsx'),
  '/settings/channels': () => import('./pages/settings/channels/index.tsx'),
  '/report': () => import('./pages/report/index.tsx'),
  '/import': () => import('./pages/imports/index.tsx'),
  '/import/$importId': () => import('./pages/imports/import.tsx'),
}

/** Without the frame, for whoever is at the door. */
const BARE_PAGES: Record<string, Load> = {
  '/sign-in': () => import('./pages/access/sign-in.tsx'),
  '/set-up': () => import('./pages/access/set-up.tsx'),
  '/new-password': () => import('./pages/access/new-password.tsx'),
  '/join': () => import('./pages/access/join.tsx'),
}

const root = createRootRoute()
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame })
const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: () => <BareFrame /> })

const routesOf = (parent: typeof frame | typeof bare, pages: Record<string, Load>) =>
  Object.entries(pages).map(([path, load]) =>
    createRoute({ getParentRoute: () => parent as typeof frame, path, component: lazyRouteComponent(load) }),
  )

/** The router over all pages. */
export const router = createRouter({
  routeTree: root.addChildren([
    frame.addChildren([
      ...routesOf(frame, PAGES),
      createRoute({ getParentRoute: () => frame, path: '$', component: Missing }),
    ]),
    bare.addChildren(routesOf(bare, BARE_PAGES)),
  ]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPendingComponent: Loading,
  defaultErrorComponent: Broken,
  defaultPreload: 'intent',
  scrollRestoration: true,
})
