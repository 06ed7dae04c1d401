/** Query parameters; empty and undefined ones are left out. */
export type LinkQuery = Readonly<Record<string, string | number | undefined>>

export interface Links {
  /** A link to a path of this site, relative to the page it stands on. */
  to(path: `/${string}`, query?: LinkQuery): string
  /** The same page in the other size of type. */
  readonly otherTypeSize: string
  readonly large: boolean
}

/**
 * The site may be mounted under any prefix (a stage, a proxy), and no header that a client could forge tells which. So
 * every link is relative to the page that it stands on: one `../` for each folder of the page's own path.
 */
export function createLinks(path: string, query: URLSearchParams): Links {
  const depth = path.split('/').length - 2
  const root = depth <= 0 ? './' : '../'.repeat(depth)
  const large = query.get('large') === '1'
  const to = (target: `/${string}`, given: LinkQuery = {}): string =>
    `${root}${target.slice(1)}${queryText({ ...given, ...(large ? { large: 1 } : {}) })}`
  const here = Object.fromEntries([...query].filter(([name]) => name !== 'large'))
  const lastPart = path.slice(path.lastIndexOf('/') + 1)
  return {
    to,
    large,
    otherTypeSize: `./${encodeURIComponent(lastPart)}${queryText({ ...here, ...(large ? {} : { large: 1 }) })}`,
  }
}

function queryText(query: LinkQuery): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.append(name, String(value))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
