export { askOutside, type OutsideReply, type OutsideRequest, readyRequest } from './ask-outside.ts'
export { EgressProblem } from './egress-problem.ts'
export { type EgressRules, findHost } from './find-way.ts'
