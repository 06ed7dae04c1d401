import { glob, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { build } from 'vite'
import { inProject } from './paths.ts'
import type { StackOutputs } from './stackOutputs.ts'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Files under `assets/` carry a hash of their content in their name; the few others are asked for anew each time. */
const cacheControl = (key: string): string =>
  key.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'

/**
 * Builds the console and puts it into its bucket, the page itself last, so that nobody is given a page whose parts are not there
 * yet. Parts of earlier releases stay for those who still have their page open. Answers the number of files.
 */
export async function publishConsole(bucket: string, outputs: StackOutputs): Promise<number> {
  const root = inProject('packages/web')
  await build({ root, configFile: `${root}/vite.config.ts`, logLevel: 'warn' })
  const s3 = new S3Client({})
  const put = (key: string, body: string | Uint8Array) =>
    s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: CONTENT_TYPES[extname(key)] ?? 'application/octet-stream',
        CacheControl: cacheControl(key),
      }),
    )
  const files: string[] = []
  for await (const file of glob('**/*.*', { cwd: `${root}/dist` })) files.push(file.replaceAll('\\', '/'))
  for (const file of files.filter((each) => each !== 'index.html' && each !== 'config.json')) {
    await put(file, await readFile(`${root}/dist/${file}`))
  }
  await put('config.json', JSON.stringify(configOf(outputs)))
  await put('index.html', await readFile(`${root}/dist/index.html`))
  return files.length
}

/** What `packages/web/src/app/config.ts` reads; the provider's own discovery document serves there. */
const configOf = (outputs: StackOutputs): unknown => ({
  apiOrigin: outputs.ConsoleOrigin,
  oidcIssuer: outputs.OidcIssuer,
  oidcClientId: outputs.OidcAudience,
  redirectUri: `${outputs.ConsoleOrigin}/signed-in`,
  publicOrigin: outputs.PublicOrigin,
})
