import { createServer, type Socket } from 'node:net'
import { clamdScanner, readAnswer } from '@anjie/store/clamdScanner'
import { afterEach, describe, expect, test } from 'vitest'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A server that takes one INSTREAM as clamd does, and answers with what it is told to. */
async function scanner(answer: string | ((received: Buffer) => string)) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let received: Buffer = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (piece) => {
      received = Buffer.concat([received, piece])
      if (received.subarray(-4).equals(Buffer.alloc(4)))
        socket.end(`${typeof answer === 'string' ? answer : answer(received)}\0`)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  open.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { scan: clamdScanner('127.0.0.1', address.port), port: address.port, close: () => server.close() }
}

const pieces = (...texts: readonly string[]) => texts.map((text) => new TextEncoder().encode(text))

describe('a scanner over the network', () => {
  test('gets the whole file in pieces, each with its length, and a length of nought at the end', async () => {
    let seen: Buffer = Buffer.alloc(0)
    const { scan } = await scanner((received) => {
      seen = received
      return 'stream: OK'
    })
    expect(await scan(7, pieces('abc', 'defg'))).toEqual({ result: 'clean' })
    const expected = Buffer.concat([
      Buffer.from('zINSTREAM\0'),
      Buffer.from([0, 0, 0, 3]),
      Buffer.from('abc'),
      Buffer.from([0, 0, 0, 4]),
      Buffer.from('defg'),
      Buffer.alloc(4),
    ])
    expect(seen.equals(expected)).toBe(true)
  })

  test('that names what it found is believed', async () => {
    const { scan } = await scanner('stream: Eicar-Signature FOUND')
    expect(await scan(1, pieces('x'))).toEqual({ result: 'found', name: 'Eicar-Signature' })
  })

  test('that is not there leaves the file unscanned, and never clean', async () => {
    const { port, close } = await scanner('stream: OK')
    close()
    expect(await clamdScanner('127.0.0.1', port)(1, pieces('x'))).toEqual({ result: 'unable' })
  })

  test.each([
    'stream: OK ',
    'OK',
    'STREAM: OK',
    'INSTREAM size limit exceeded. ERROR',
    '',
    'stream: OKAY',
    'stream:  FOUND',
  ])('“%s” is not clean', (answer) => {
    expect(readAnswer(answer)).toEqual({ result: 'unable' })
  })
})
