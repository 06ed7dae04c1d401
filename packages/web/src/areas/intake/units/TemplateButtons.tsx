import { unitForm } from '@anjie/domain/intake/unitForm'
import { intakeWords as words } from '../../../locales/zh-CN/intake.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import type { Units } from '../../units/list/units.ts'

const GIVEN = ['township', 'name', 'kind', 'validFrom']

/** Templates to fill in: empty, or with the register as it is, whose rows are locked and can be changed by what stands beside them. */
export function TemplateButtons({ units }: { readonly units: Units }) {
  const save = async (name: string, listed: Units) => {
    const { templateWorkbook } = await import('@anjie/documents/intake/templateWorkbook')
    const rows = listed.map(({ name: unit, kind, parentName, validFrom }) => ({
      values: new Map([
        ...(parentName === undefined ? [] : [['township', parentName] as const]),
        ['name', unit] as const,
        ['kind', kind] as const,
        ['validFrom', validFrom] as const,
      ]),
    }))
    downloadFile(`${name}.xlsx`, 'xlsx', await templateWorkbook({ form: unitForm, rows, given: new Set(GIVEN) }))
  }
  const current = units.filter(({ validTo, kind }) => validTo === undefined && kind !== 'county')
  return (
    <div className="row">
      <Button onClick={() => void save(`${unitForm.name}（${words.emptyTemplate}）`, [])}>{words.emptyTemplate}</Button>
      {current.length > 0 && (
        <Button onClick={() => void save(unitForm.name, inOrder(current))}>{words.filledTemplate}</Button>
      )}
    </div>
  )
}

/** A township, then what lies in it. */
function inOrder(units: Units): Units {
  const group = ({ kind, name, parentName }: Units[number]): string => (kind === 'township' ? name : (parentName ?? ''))
  const rank = ({ kind }: Units[number]): number => (kind === 'township' ? 0 : 1)
  return units.toSorted((one, other) => group(one).localeCompare(group(other), 'zh-CN') || rank(one) - rank(other))
}
