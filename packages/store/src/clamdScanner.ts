import { once } from 'node:events'
import { connect } from 'node:net'
import type { ScanResult } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Scanner } from './scanner.ts'

/** A scanner that has not answered by then is not waited for: the file counts as not scanned. */
const PATIENCE_MS = 10_000

/**
 * clamd over the network (`INSTREAM` of clamd(8)): the length of each piece in four bytes and the piece, a length of nought at the end,
 * then one line. Only exactly `stream: OK` is clean; a file that is too large for it, or any other answer, was not scanned.
 */
export function clamdScanner(host: string, port: number): Scanner {
  return async (_bytes, content) => {
    const socket = connect({ host, port })
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('the scanner does not answer')))
    try {
      await once(socket, 'connect')
      const answer = answerOf(socket)
      socket.write('zINSTREAM\0')
      for await (const piece of content) {
        const length = Buffer.alloc(4)
        length.writeUInt32BE(piece.byteLength)
        if (!socket.write(Buffer.concat([length, piece]))) await once(socket, 'drain')
      }
      socket.write(Buffer.alloc(4))
      return readAnswer(await answer)
    } catch {
      return { result: 'unable' }
    } finally {
      socket.destroy()
    }
  }
}

async function answerOf(socket: AsyncIterable<Buffer>): Promise<string> {
  let answer = ''
  for await (const piece of socket) {
    answer += piece.toString('utf8')
    if (answer.includes('\0')) break
  }
  return answer
}

/** What one line of clamd means. */
export function readAnswer(answer: string): ScanResult {
  const line = answer.replace(/[\0\n]+$/, '')
  if (line === 'stream: OK') return { result: 'clean' }
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1]
  return found === undefined ? { result: 'unable' } : { result: 'found', name: found }
}
