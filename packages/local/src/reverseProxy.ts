import { createServer, request as forward } from 'node:http'
import { StepFailed } from './runCommand.ts'
import type { RunningServer } from './serveConsole.ts'

/** Headers that belong to one connection only. */
const CONNECTION_HEADERS = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'host',
])

/** Gives a long address a short one: every request to the port goes to the same path under `target`. */
export async function startReverseProxy(port: number, target: string): Promise<RunningServer> {
  const { hostname, port: targetPort, pathname } = new URL(target)
  const prefix = pathname.replace(/\/$/, '')
  const server = createServer((incoming, outgoing) => {
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).filter(([name]) => !CONNECTION_HEADERS.has(name)),
    )
    const onward = forward(
      {
        hostname,
        port: targetPort,
        method: incoming.method,
        path: `${prefix}${incoming.url ?? '/'}`,
        headers: { ...headers, host: `${hostname}:${targetPort}`, 'x-forwarded-host': incoming.headers.host ?? '' },
      },
      (answer) => {
        const answered = Object.entries(answer.headers).filter(([name]) => !CONNECTION_HEADERS.has(name))
        outgoing.writeHead(answer.statusCode ?? 502, Object.fromEntries(answered))
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => {
      if (!outgoing.headersSent) outgoing.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
      outgoing.end('The local AWS endpoint does not answer.')
    })
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new StepFailed(`Port ${port} cannot be used: ${error.message}. Stop what listens there and start again.`)),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
