import { useSearchParams } from 'react-router'

/** What a list is narrowed by and where its page begins: it stands in the address, so that Back leads to the same page of it. */
export interface ListQuery<Name extends string> {
  /** As the operation takes it: what is not chosen is left out. */
  readonly query: { readonly [N in Name | 'cursor']?: string }
  /** Is it narrowed by anything but its page? */
  readonly isNarrowed: boolean
  /** Narrows by one thing more, or no longer by it; the list then begins anew. */
  readonly choose: (name: Name, value: string) => void
  /** The address of the page that begins at a cursor; without one, of the first. */
  readonly pageAt: (cursor?: string) => string
}

export function useListQuery<const Name extends string>(
  names: readonly Name[],
  preset: { readonly [N in Name]?: string } = {},
): ListQuery<Name> {
  const [search, setSearch] = useSearchParams()
  const chosen = names.flatMap((name): [Name, string][] => {
    const value = search.get(name) ?? preset[name] ?? ''
    return value === '' ? [] : [[name, value]]
  })
  const cursor = search.get('cursor')
  return {
    query: Object.fromEntries([
      ...chosen,
      ...(cursor === null ? [] : [['cursor', cursor]]),
    ]) as ListQuery<Name>['query'],
    isNarrowed: chosen.some(([name, value]) => value !== preset[name]),
    choose: (name, value) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before)
          next.delete('cursor')
          // What is preset stands in the address only when it is left.
          if (value === (preset[name] ?? '')) next.delete(name)
          else next.set(name, value)
          return next
        },
        { replace: true },
      ),
    pageAt: (at) => {
      const next = new URLSearchParams(search)
      if (at === undefined) next.delete('cursor')
      else next.set('cursor', at)
      return `?${next.toString()}`
    },
  }
}
