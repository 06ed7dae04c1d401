import type { Listed } from '@anjie/domain/catalogue/findDoubles'
import type { QueryContext } from '../ports.ts'

/** All items in use, for comparing. The catalogue is some hundred rows and grows with what is asked, not with the years. */
export async function wholeCatalogue({ store }: Pick<QueryContext, 'store'>): Promise<readonly Listed[]> {
  const rows = await store.listProvincial('catalogue-item')
  return rows
    .filter(({ status }) => status === 'current')
    .map(({ title, fields: { code, unit, definition } }) => ({ code, name: title, unit, definition }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
