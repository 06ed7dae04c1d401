import { build, type Connect, createServer, type InlineConfig, type Plugin, preview } from 'vite'
import { z } from 'zod'
import { outboxPage } from './outbox/outboxPage.ts'
import { readOutbox } from './outbox/readOutbox.ts'
import { inProject } from './paths.ts'
import type { StackFacts } from './stackFacts.ts'

export interface RunningServer {
  readonly stop: () => Promise<void>
}

/** `source`: as one edits it, with changes appearing at once. `build`: as it is shipped, which a browser test wants to see. */
export type ConsoleForm = 'source' | 'build'

const webRoot = inProject('packages/web')

/**
 * Serves the console on the port of its origin, with the API under `/v1` of the same origin, as on AWS, and the
 * `/config.json` that it reads when it starts; beside it the outbox under `/outbox`.
 */
export async function serveConsole(facts: StackFacts, form: ConsoleForm): Promise<RunningServer> {
  const config = JSON.stringify(await consoleConfig(facts))
  const api = new URL(facts.apiUrl)
  const server = {
    host: '127.0.0.1',
    port: Number(new URL(facts.consoleOrigin).port),
    strictPort: true,
    proxy: { '/v1': { target: api.origin, changeOrigin: true, rewrite: (path: string) => `${api.pathname}${path}` } },
  }
  const common = {
    root: webRoot,
    configFile: `${webRoot}/vite.config.ts`,
    logLevel: 'warn' as const,
    plugins: [serveConfig(config), serveOutbox(facts)],
  } satisfies InlineConfig
  if (form === 'source') {
    const running = await createServer({ ...common, server })
    await running.listen()
    return { stop: () => running.close() }
  }
  await build(common)
  const running = await preview({ ...common, preview: server })
  return { stop: () => running.close() }
}

const Discovery = z.record(z.string(), z.unknown())

/** What `packages/web/src/app/config.ts` reads. The endpoint's own discovery document names addresses that a browser reaches. */
async function consoleConfig(facts: StackFacts): Promise<unknown> {
  const discovery = await fetch(`${facts.endpoint}/${facts.userPoolId}/.well-known/openid-configuration`)
  return {
    apiOrigin: facts.consoleOrigin,
    oidcIssuer: facts.issuer,
    oidcClientId: facts.clientId,
    redirectUri: `${facts.consoleOrigin}/signed-in`,
    publicOrigin: facts.publicOrigin,
    environmentName: '演示数据',
    ...(discovery.ok ? { metadata: Discovery.parse(await discovery.json()) } : {}),
  }
}

/** Answers `/outbox`: what the local stage would have sent. */
function serveOutbox(facts: StackFacts): Plugin {
  const answer: Connect.NextHandleFunction = (_request, response, next) => {
    readOutbox(facts)
      .then(async (letters) => {
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.setHeader('cache-control', 'no-store')
        response.end(String(await outboxPage(letters)))
      })
      .catch(next)
  }
  return {
    name: 'anjie-outbox',
    configureServer: ({ middlewares }) => void middlewares.use('/outbox', answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use('/outbox', answer),
  }
}

/** Answers `/config.json`, whether the console is served from its source or from its build. */
function serveConfig(config: string): Plugin {
  const answer = (
    _request: unknown,
    response: { setHeader(name: string, value: string): void; end(text: string): void },
  ) => {
    response.setHeader('content-type', 'application/json')
    response.setHeader('cache-control', 'no-cache')
    response.end(config)
  }
  return {
    name: 'anjie-config',
    configureServer: ({ middlewares }) => void middlewares.use('/config.json', answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use('/config.json', answer),
  }
}
