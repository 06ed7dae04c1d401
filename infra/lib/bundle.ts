import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { defaultAssetFolder } from './assetFolder.ts'
import { type FunctionName, functionEntries, functionNames } from './functions.ts'

const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

export interface Bundle {
  readonly name: FunctionName
  readonly bytes: number
  /** The packages that take most of it, largest first: `['exceljs 512 kB', …]`. */
  readonly largest: readonly string[]
}

/**
 * Bundles every Lambda for Node 24 as one ES module each. The AWS SDK is inside, so that what was tested is what runs,
 * whatever the runtime brings along.
 */
export async function bundleFunctions(outFolder: string = defaultAssetFolder): Promise<readonly Bundle[]> {
  return Promise.all(functionNames.map((name) => bundleFunction(name, outFolder)))
}

/**
 * zod carries its messages in fifty languages, a quarter of a megabyte that every cold start would read. Ours are Chinese and
 * stand in the contracts; English, the one language that zod needs, is loaded by another way.
 */
const withoutZodLocales: Plugin = {
  name: 'without-zod-locales',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {}' }))
  },
}

/** Files that a function reads at run time, by the name under which they lie beside its bundle. Without one there is no bundle. */
const BESIDE: Readonly<Partial<Record<FunctionName, Readonly<Record<string, string>>>>> = {
  paper: { 'certificate.ttf': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf' },
}

/** A file of a package that the function names among its own. */
const fileIn = (name: FunctionName, file: string): string =>
  createRequire(`${projectRoot}${functionEntries[name]}`).resolve(file)

async function bundleFunction(name: FunctionName, outFolder: string): Promise<Bundle> {
  const folder = `${outFolder}/${name}`
  await mkdir(folder, { recursive: true })
  const { metafile } = await build({
    entryPoints: [`${projectRoot}${functionEntries[name]}`],
    absWorkingDir: projectRoot,
    outfile: `${folder}/index.mjs`,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    plugins: [withoutZodLocales],
    logLevel: 'silent',
    // Some CommonJS packages call require() at run time; an ES module has none of its own.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  })
  for (const [beside, file] of Object.entries(BESIDE[name] ?? {}))
    await copyFile(fileIn(name, file), `${folder}/${beside}`)
  await writeFile(`${outFolder}/${name}.meta.json`, JSON.stringify(metafile))
  const output = Object.entries(metafile.outputs).find(([file]) => file.endsWith('.mjs'))?.[1]
  const sizes = new Map<string, number>()
  for (const [file, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
    const room = packageOf(file)
    sizes.set(room, (sizes.get(room) ?? 0) + bytesInOutput)
  }
  const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 4)
  return { name, bytes: output?.bytes ?? 0, largest: largest.map(([room, bytes]) => `${room} ${kilobytes(bytes)}`) }
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} kB`

/** `node_modules/.pnpm/x@1/node_modules/@aws-sdk/core/…` → `@aws-sdk/core`; the project's own files → their room. */
function packageOf(file: string): string {
  const parts = file.split('/')
  const at = parts.lastIndexOf('node_modules')
  const [first = '', second = ''] = parts.slice(at + 1)
  return at === -1 || first.startsWith('@') ? `${first}/${second}` : first
}

/** One line for people: `api 812 kB, clock 300 kB`. */
export const describeBundles = (bundles: readonly Bundle[]): string =>
  bundles.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`).join(', ')
