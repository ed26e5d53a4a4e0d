import { Resolver } from 'node:dns/promises'

/** The questions that a look at a sender domain asks; no record is an empty list, no answer a DnsTrouble. */
export type Dns = {
  txt: (name: string) => Promise<string[]>
  a: (name: string) => Promise<string[]>
  aaaa: (name: string) => Promise<string[]>
  mx: (name: string) => Promise<string[]>
  ptr: (ip: string) => Promise<string[]>
}

/** The DNS gave no answer: that says nothing about the record. */
export class DnsTrouble extends Error {
  override readonly name = 'DnsTrouble'
}

const NO_RECORD = ['ENOTFOUND', 'ENODATA', 'NXDOMAIN', 'ENONAME']

/** Asks the servers of this machine, or `servers` (`192.0.2.1:53`). */
export function dnsOver(servers: string[] | null = null, timeoutMs = 4000): Dns {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 })
  if (servers) resolver.setServers(servers)
  const ask = async <T>(question: Promise<T[]>): Promise<T[]> => {
    try {
      return await question
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (NO_RECORD.includes(code)) return []
      throw new DnsTrouble(`The DNS gave no answer (${code}).`)
    }
  }
  return {
    txt: async name => (await ask(resolver.resolveTxt(name))).map(pieces => pieces.join('')),
    a: name => ask(resolver.resolve4(name)),
    aaaa: name => ask(resolver.resolve6(name)),
    mx: async name => (await ask(resolver.resolveMx(name))).map(({ exchange }) => exchange),
    ptr: ip => ask(resolver.reverse(ip)),
  }
}
