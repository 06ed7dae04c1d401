import { z } from 'zod'
import { Instant, PlainDate } from '../plainDate.ts'

/** SHA-256, hexadecimal. */
export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** A complete subtree of the log's hash tree: 2^level lines from index × 2^level on. */
export const LogSubtree = z.object({ level: z.int().min(0), index: z.int().min(0), hash: Sha256Hex })
export type LogSubtree = z.infer<typeof LogSubtree>

/** 公开日志 of a province: how many lines it has, and the complete subtrees on the right edge of its tree, larger ones first. */
export const PublicLog = z.object({
  size: z.int().min(0),
  edge: z.array(z.object({ level: z.int().min(0), hash: Sha256Hex })),
})
export type PublicLog = z.infer<typeof PublicLog>

/** So many lines lie on one page: a page is a tile of the tree, eight levels high. */
export const LOG_PAGE_LINES = 256
export const LOG_TILE_LEVELS = 8

/** 日志页: some lines, exactly as they are hashed. A full one is never written again. */
export const LogPage = z.object({
  number: z.int().min(0),
  lines: z.array(z.string()).max(LOG_PAGE_LINES),
  /** Subtrees of every eighth level that this page completed: their roots stand for all lines below them. */
  completed: z.array(LogSubtree).optional(),
})
export type LogPage = z.infer<typeof LogPage>

/** 日志摘要 of a day: the tree of all lines until then, signed. */
export const LogHead = z.object({
  day: PlainDate,
  size: z.int().min(1),
  root: Sha256Hex,
  at: Instant,
  kid: z.string(),
  /** JOSE, compact, of `LogHeadPayload`. */
  signed: z.string(),
})
export type LogHead = z.infer<typeof LogHead>

/** What the signature of a head covers. `log` names whose log it is. */
export const LogHeadPayload = z.object({
  log: z.string(),
  day: PlainDate,
  size: z.int().min(1),
  root: Sha256Hex,
  at: Instant,
})
export type LogHeadPayload = z.infer<typeof LogHeadPayload>

/** Something that was published and is no line of the log yet. */
export const LogCandidate = z.object({
  /** Of the fact that published it: `<record id>@<version>`. */
  id: z.string(),
  at: Instant,
  /** The line as it will stand there: canonical JSON, of which `id` and `at` are fields. */
  line: z.string(),
})
export type LogCandidate = z.infer<typeof LogCandidate>

/** 签名公钥, JWK of P-256; old ones stay for what they signed. */
export const SigningKey = z.object({
  kid: z.string(),
  jwk: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
  since: Instant,
})
export type SigningKey = z.infer<typeof SigningKey>

/** `typ` of what is signed: a signature of one kind is none of the other. */
export const SIGNED_TYPES = { certificate: 'anjie-certificate', head: 'anjie-log-head' } as const
