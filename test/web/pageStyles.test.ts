import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../packages/web/src/', import.meta.url))
const texts = new Map(
  readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name))
    .map((name) => [normalize(name), readFileSync(join(ROOT, name), 'utf8')] as const),
)
/** What paper leaves out or sets otherwise is no dress of its own. */
const sheets = [...texts.keys()].filter((name) => name.endsWith('.css') && name !== join('ui', 'print.css'))

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one)

/** Every file that comes with this one, sheets included; pages that are fetched later are not. */
function broughtBy(file: string): ReadonlySet<string> {
  const seen = new Set([file])
  for (const each of seen)
    for (const path of found(texts.get(each) ?? '', /(?:from|import) '(\.[^']+)'/g)) seen.add(join(dirname(each), path))
  return seen
}

const dressedBy = new Map<string, string[]>()
for (const sheet of sheets)
  for (const name of found((texts.get(sheet) ?? '').replace(/\/\*[\s\S]*?\*\//g, ''), /\.([a-z][a-z0-9-]+)/g))
    dressedBy.set(name, [...(dressedBy.get(name) ?? []), sheet])

const first = broughtBy('main.tsx')
const pages = [...texts].flatMap(([file, text]) =>
  found(text, /import\('(\.[^']+)'\)/g).map((path) => join(dirname(file), path)),
)

test('a page that is opened first of all has every style sheet that its parts are dressed by', () => {
  expect(pages.length).toBeGreaterThan(20)
  const bare = pages.flatMap((page) => {
    const brought = broughtBy(page)
    return [...brought]
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        found(texts.get(file) ?? '', /className="([^"]+)"/g)
          .flatMap((names) => names.split(/\s+/))
          .filter((name) => dressedBy.get(name)?.every((sheet) => !brought.has(sheet) && !first.has(sheet)) ?? false)
          .map((name) => `${page}: ${name} of ${file}`),
      )
  })
  expect(bare).toEqual([])
})
