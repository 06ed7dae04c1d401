import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'

/**
 * Kilobytes (1,000 bytes, gzip) of script and style that stand between an address and its page: what the start brings and what the
 * page brings. What is loaded afterwards (schemas, pictures, workbooks) is not among them. Whoever saves some lowers the figure.
 */
const MOST = {
  // Three hundred and forty operations in its table of addresses: 5 KB.
  HomePage: 194,
  // Ninety more operations and fifteen more pages, of posts, lists and a cycle's procedure: 2 KB, of which 1 was saved elsewhere.
  ListOfCases: 209.5,
  // The relations that a province writes are checked while one types, those with ledgers and other forms too. Operations and pages as above.
  SubmissionPage: 311.5,
  // So are, in the editor, what an item is counted from and whether it has left its edition of the catalogue.
  // And what rules of escalation may ask, in the words of measures.
  NewSchemePage: 379,
} as const

interface Chunk {
  readonly type: 'chunk'
  readonly fileName: string
  readonly code: string
  readonly isEntry: boolean
  readonly facadeModuleId: string | null
  readonly imports: readonly string[]
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> }
}
interface Asset {
  readonly type: 'asset'
  readonly fileName: string
  readonly source: string | Uint8Array
}

interface Builder {
  readonly build: (config: object) => Promise<{ readonly output: readonly (Chunk | Asset)[] }>
}

async function pagesOfBuild(): Promise<ReadonlyMap<string, number>> {
  const web = fileURLToPath(new URL('../../packages/web/', import.meta.url))
  const vite = (await import(createRequire(`${web}package.json`).resolve('vite'))) as Builder
  // As the deployment builds it: under a test's own environment React brings what helps developers.
  vi.stubEnv('NODE_ENV', 'production')
  const { output } = await vite
    .build({ configFile: `${web}vite.config.ts`, logLevel: 'error', build: { write: false } })
    .finally(() => vi.unstubAllEnvs())
  const files = new Map(output.map((file) => [file.fileName, file]))
  const chunks = output.filter((file) => file.type === 'chunk')
  const sizes = new Map<string, number>()
  const sizeOf = (name: string): number => {
    const file = files.get(name)
    const known = sizes.get(name) ?? gzipSync(file?.type === 'chunk' ? file.code : (file?.source ?? '')).length
    sizes.set(name, known)
    return known
  }
  const broughtBy = (from: readonly (Chunk | undefined)[]): ReadonlySet<string> => {
    const brought = new Set(from.flatMap((chunk) => (chunk === undefined ? [] : [chunk.fileName])))
    for (const name of brought) {
      const file = files.get(name)
      if (file?.type !== 'chunk') continue
      for (const next of [...file.imports, ...(file.viteMetadata?.importedCss ?? [])]) brought.add(next)
    }
    return brought
  }
  const start = chunks.find(({ isEntry }) => isEntry)
  const pages = chunks.flatMap((chunk) => {
    const page = /\/(\w+Page)\.tsx$/.exec(chunk.facadeModuleId ?? '')?.[1]
    return page === undefined ? [] : [{ page, chunk }]
  })
  return new Map(
    pages.map(({ page, chunk }) => {
      const bytes = [...broughtBy([start, chunk])].reduce((sum, name) => sum + sizeOf(name), 0)
      return [page, Math.round(bytes / 100) / 10] as const
    }),
  )
}

test('no page makes its reader wait for more bytes than stand here, the first one least', async () => {
  const pages = await pagesOfBuild()
  const heaviest = [...pages].toSorted(([, one], [, other]) => other - one)
  console.log(`KB before the page:\n${heaviest.map(([page, size]) => `${size}\t${page}`).join('\n')}`)
  expect(pages.size).toBeGreaterThan(30)
  expect(pages.get('HomePage')).toBeLessThan(MOST.HomePage)
  for (const list of ['CyclesPage', 'SchemesPage', 'SubmissionsPage', 'AppealsPage'])
    expect(pages.get(list), list).toBeLessThan(MOST.ListOfCases)
  expect(pages.get('SubmissionPage')).toBeLessThan(MOST.SubmissionPage)
  expect(heaviest[0]?.[1]).toBeLessThan(MOST.NewSchemePage)
})
