export { askOutside, type OutsideReply, type OutsideRequest, type ReadyRequest, readyRequest } from './ask-outside.ts'
export { EgressProblem } from './egress-problem.ts'
export { type EgressRules, findHost, type Way } from './find-way.ts'
