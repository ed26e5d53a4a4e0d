import { type Endpoint, look } from '../../access/index.ts'
import { Proof, ProofQuery } from '../../vocabulary/index.ts'
import { readProof } from './read-proof.ts'

/** Addresses of proof. */
export const routes: Endpoint[] = [
  look({
    path: '/proof',
    allow: 'viewer',
    summary: 'Who moved from which group to which between two waves, beside what chance alone would do.',
    query: ProofQuery,
    reply: Proof,
    run: ({ tx, query }) => readProof(tx, query),
  }),
]
