import { IMPORT_LISTS, type ImportListCode } from '@anjie/contracts/vocabulary/intake/importList'
import { mayImport } from '@anjie/domain/intake/importTransitions'
import { Link } from 'react-router'
import { useMe } from '../../../app/me.ts'
import { importWords as words } from '../../../locales/zh-CN/imports.ts'

interface ImportLinkProps {
  readonly list: ImportListCode
  /** The record whose list it is, where the list is of one. */
  readonly target?: string
}

/** From the page of a list or a record to the import of it, for whoever may bring it in. */
export function ImportLink({ list, target }: ImportLinkProps) {
  const me = useMe()
  if (!mayImport(list, me)) return null
  const query = new URLSearchParams({ list, ...(target === undefined ? {} : { target }) })
  return (
    <Link className="button" to={`/imports/new?${query.toString()}`}>
      {words.linkTo(IMPORT_LISTS[list].name)}
    </Link>
  )
}
