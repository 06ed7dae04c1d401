import { idOfLine } from '@anjie/contracts/vocabulary/public-log/idOfLine'
import {
  LOG_PAGE_LINES,
  LOG_TILE_LEVELS,
  type LogCandidate,
  type LogPage,
  type LogSubtree,
  type PublicLog,
} from '@anjie/contracts/vocabulary/public-log/publicLog'
import { bytesOfHex, hexOf } from '@anjie/kernel'
import { appendLeaf, type EdgeNode, leafHash, type Sha256 } from '@anjie/kernel/merkle'
import type { Step } from '../decision.ts'

export const EMPTY_LOG: PublicLog = { size: 0, edge: [] }
const EMPTY_PAGE = (number: number): LogPage => ({ number, lines: [] })

/** The page on which the next line comes. */
export const nextPage = ({ size }: PublicLog): number => Math.floor(size / LOG_PAGE_LINES)

export interface Extension {
  readonly log: Step<'log'>
  readonly pages: readonly Step<'log-page'>[]
}

/**
 * 登记公开事项: what was published becomes lines of the log, by the instant and then the id of its fact. What is on the last page already
 * is passed over, so that a repeat adds nothing. `last`: the page on which the next line comes, as far as it is there.
 */
export function extendLog(
  log: PublicLog,
  last: LogPage | undefined,
  candidates: readonly LogCandidate[],
  sha256: Sha256,
): Extension | undefined {
  const number = nextPage(log)
  const first = last ?? EMPTY_PAGE(number)
  if (first.number !== number || first.lines.length !== log.size % LOG_PAGE_LINES)
    throw new Error(`page ${first.number} is not the one on which a log of ${log.size} lines goes on`)
  const known = new Set<string | undefined>(first.lines.map(idOfLine))
  const fresh = inOrder(candidates).filter(({ id }) => !known.has(id) && known.add(id))
  if (fresh.length === 0) return undefined

  let edge: readonly EdgeNode[] = log.edge.map(({ level, hash }) => ({ level, hash: bytesOfHex(hash) }))
  const pages = new Map<number, { lines: string[]; completed: LogSubtree[] }>()
  pages.set(number, { lines: [...first.lines], completed: [...(first.completed ?? [])] })
  fresh.forEach(({ line }, at) => {
    const place = log.size + at
    const onPage = Math.floor(place / LOG_PAGE_LINES)
    const page = pages.get(onPage) ?? { lines: [], completed: [] }
    pages.set(onPage, page)
    page.lines.push(line)
    const grown = appendLeaf(sha256, edge, leafHash(sha256, new TextEncoder().encode(line)))
    edge = grown.edge
    page.completed.push(...tilesAmong(grown.completed, place + 1))
  })
  return {
    log: {
      next: { size: log.size + fresh.length, edge: edge.map(({ level, hash }) => ({ level, hash: hexOf(hash) })) },
      fact: { type: 'LogExtended', details: { from: String(log.size + 1), lines: String(fresh.length) } },
    },
    pages: [...pages]
      .map(([each, { lines, completed }]): { next: LogPage; added: number } => ({
        next: { number: each, lines, ...(completed.length === 0 ? {} : { completed }) },
        added: lines.length - (each === number ? first.lines.length : 0),
      }))
      .filter(({ added }) => added > 0)
      .map(({ next, added }) => ({ next, fact: { type: 'LogPageExtended', details: { lines: String(added) } } })),
  }
}

const inOrder = (candidates: readonly LogCandidate[]): readonly LogCandidate[] =>
  candidates.toSorted((one, other) => compare(one.at, other.at) || compare(one.id, other.id))

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The roots of every eighth level: they are stored, and those between are made of them. */
const tilesAmong = (completed: readonly EdgeNode[], size: number): readonly LogSubtree[] =>
  completed
    .filter(({ level }) => level % LOG_TILE_LEVELS === 0)
    .map(({ level, hash }) => ({ level, index: size / 2 ** level - 1, hash: hexOf(hash) }))
