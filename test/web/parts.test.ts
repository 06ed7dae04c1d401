import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('../../packages/web/src/', import.meta.url))
const files = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(`${source}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => `${folder}${path}`)
const text = (path: string): string => readFileSync(`${source}${path}`, 'utf8')

/** What an area draws by a shared part: a sign of drawing it by hand, and the part. */
const BY_HAND: readonly (readonly [RegExp, string])[] = [
  [/<table\b/, 'Table or DataTable of ui/table'],
  [/<select\b/, 'Choice of ui/form, or Picker of ui/picker'],
  [/style=\{\{/, 'a class in the style sheet beside the component'],
  [/<dialog\b/, 'Dialog or SideSheet of ui/dialog'],
  [/<input\b[^>]*type="(?:date|file)"/, 'DateField of ui/form, FilePicker of ui'],
]

test.each(files('areas/', /\.tsx$/))('%s draws tables, choices, dialogs and styles by the shared parts', (path) => {
  const found = BY_HAND.filter(([sign]) => sign.test(text(path))).map(([sign, part]) => `${sign.source}: use ${part}`)
  expect(found, path).toEqual([])
})

test('no page brings a component library of its own', () => {
  const imports = files('', /\.tsx?$/).flatMap((path) =>
    [...text(path).matchAll(/from '((?:antd|@ant-design|@mui|@chakra-ui|react-bootstrap)[^']*)'/g)].map(
      ([, name]) => `${path}: ${name}`,
    ),
  )
  expect(imports).toEqual([])
})

/** Loaded by the page itself: what all of it shares, on the screen and on paper. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['ui/global.css', 'ui/print.css'])

test('styles stand beside the components that they dress, and are loaded by them', () => {
  const code = files('', /\.tsx?$/)
    .map(text)
    .join('\n')
  const strays = files('', /\.css$/).filter((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    return !OF_THE_PAGE.has(path) && (files(folder, /\.tsx$/).length === 0 || !code.includes(`/${name}'`))
  })
  expect(strays).toEqual([])
})

/** What every page shares: ground, type, layout and print of the page. The look of a part is beside the part. */
const MOST_SHARED_LINES = 300

test('the shared style sheet stays small', () => {
  expect(text('ui/global.css').split('\n').length).toBeLessThanOrEqual(MOST_SHARED_LINES)
})
