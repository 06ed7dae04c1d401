import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { LOG_PAGE_LINES, LogHeadPayload, SIGNED_TYPES } from '@anjie/contracts/vocabulary/public-log/publicLog'
import { hexOf } from '@anjie/kernel'
import { appendLeaf, type EdgeNode, leafHash, rootOfNodes, type Sha256 } from '@anjie/kernel/merkle'
import { z } from 'zod'
import { keySetOf, verified } from '../signatures.ts'

const usage = `用法：
  anjie log verify --site <公开网站网址> --keys <公钥.json> [--from <以前的摘要.jws>] [--copy <文件夹>]

  取回公开日志的全部行，按RFC 9162重算哈希树，与网站各日签名的摘要核对；给出以前保存的摘要（--from）的，
  另核对那时的各行至今一行未改、未删、未插入。给出文件夹（--copy）的，把各行存下，下次逐行比较，指出哪一行不同。
  退出码：0 相符；1 不相符（指出是哪一行，或在哪两次摘要之间）；2 用法不对`

export interface LogIo {
  /** The text at an address; undefined when there is nothing. */
  readonly fetchText: (url: string) => Promise<string | undefined>
  readonly read: (path: string) => Promise<string | undefined>
  readonly write: (folder: string, name: string, text: string) => Promise<void>
  readonly out: (text: string) => void
  readonly report: (text: string) => void
}

const EXIT = { good: 0, refused: 1, usage: 2 } as const
const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()
const Heads = z.object({ heads: z.array(z.object({ day: z.string(), signed: z.string() })) })

interface Asked {
  readonly site: string
  readonly keys: string
  readonly from?: string
  readonly copy?: string
}

/** `anjie log verify`: whether the public log is what was signed, then and now. */
export async function runLog(args: readonly string[], io: LogIo = logIo): Promise<number> {
  const asked = readArguments(args)
  if (asked === 'help') {
    io.out(usage)
    return EXIT.good
  }
  if (asked === undefined) {
    io.report(usage)
    return EXIT.usage
  }
  const refuse = (text: string): number => {
    io.report(`不相符：${text}`)
    return EXIT.refused
  }
  const keys = keySetOf((await io.read(asked.keys)) ?? '')
  const heads: LogHeadPayload[] = []
  for (const signed of await signedHeads(asked, io)) {
    const head = await verified(signed, keys, SIGNED_TYPES.head, LogHeadPayload)
    if (!head.ok) return refuse(`摘要的${head.error}`)
    heads.push(head.value)
  }
  heads.sort((one, other) => one.size - other.size)
  const last = heads.at(-1)
  if (last === undefined) return refuse('网站上没有签名的摘要')

  let edge: readonly EdgeNode[] = []
  let size = 0
  let trusted = 0
  const root = () =>
    hexOf(
      rootOfNodes(
        sha256,
        edge.map(({ hash }) => hash),
      ),
    )
  const waiting = [...heads]
  const fresh: { name: string; text: string }[] = []
  for (let page = 0; size < last.size; page += 1) {
    const name = `${page}.jsonl`
    const text = await io.fetchText(`${asked.site}/open-data/log/lines/${name}`)
    if (text === undefined) return refuse(`第${page * LOG_PAGE_LINES + 1}行起的各行网站上没有`)
    const lines = text.split('\n').slice(0, -1)
    const before = asked.copy === undefined ? undefined : await io.read(`${asked.copy}/${name}`)
    const known = before?.split('\n').slice(0, -1) ?? []
    const changed = known.findIndex((line, at) => line !== lines[at])
    if (changed !== -1)
      return refuse(
        `第${page * LOG_PAGE_LINES + changed + 1}行与上次取得的不同\n  上次：${known[changed]}\n  现在：${lines[changed] ?? '（没有了）'}`,
      )
    fresh.push({ name, text })
    for (const line of lines) {
      edge = appendLeaf(sha256, edge, leafHash(sha256, new TextEncoder().encode(line))).edge
      size += 1
      while (waiting[0] !== undefined && waiting[0].size === size) {
        const head = waiting.shift() as LogHeadPayload
        if (head.root !== root())
          return refuse(
            `第${trusted + 1}行至第${size}行之间有改动：与${head.day}签名的摘要不同，之前的${trusted}行相符`,
          )
        trusted = size
      }
      if (size === last.size) break
    }
    if (lines.length < LOG_PAGE_LINES && size < last.size)
      return refuse(`只有${size}行，而${last.day}签名时有${last.size}行`)
  }
  if (asked.copy !== undefined) for (const { name, text } of fresh) await io.write(asked.copy, name, text)
  io.out(`相符：${size}行，与${heads.length}份签名的摘要一致，最新的是${last.day}的`)
  return EXIT.good
}

/** The one that was kept, and those that the site shows now. */
async function signedHeads({ site, from }: Asked, io: LogIo): Promise<readonly string[]> {
  const kept = from === undefined ? [] : [((await io.read(from)) ?? '').trim()]
  const shown = await io.fetchText(`${site}/open-data/log/heads.json`)
  const heads = Heads.safeParse(shown === undefined ? undefined : JSON.parse(shown))
  if (!heads.success) throw new Error(`从 ${site} 取不到日志摘要，请检查网址`)
  return [...kept, ...heads.data.heads.map(({ signed }) => signed)]
}

function readArguments([verb, ...rest]: readonly string[]): Asked | 'help' | undefined {
  if (verb === '--help') return 'help'
  if (verb !== 'verify' || rest.length % 2 === 1) return undefined
  const given: Record<string, string> = {}
  for (let at = 0; at < rest.length; at += 2) given[String(rest[at])] = String(rest[at + 1])
  const { '--site': site, '--keys': keys, '--from': from, '--copy': copy, ...others } = given
  if (site === undefined || keys === undefined || Object.keys(others).length > 0) return undefined
  return {
    site: site.replace(/\/+$/, ''),
    keys,
    ...(from === undefined ? {} : { from }),
    ...(copy === undefined ? {} : { copy }),
  }
}

const logIo: LogIo = {
  fetchText: async (url) => {
    const answer = await fetch(url).catch(() => undefined)
    return answer?.ok === true ? answer.text() : undefined
  },
  read: (path) => readFile(path, 'utf8').catch(() => undefined),
  write: async (folder, name, text) => {
    await mkdir(folder, { recursive: true })
    await writeFile(`${folder}/${name}`, text)
  },
  out: (text) => process.stdout.write(`${text}\n`),
  report: (text) => process.stderr.write(`${text}\n`),
}
