import { procedurePlanWords as words } from '../../../locales/zh-CN/procedure.ts'
import { Button } from '../../../ui/Button.tsx'
import { SeveralField } from '../../../ui/picker/SeveralField.tsx'
import type { ProcedurePlan } from './procedurePlan.ts'

/** Items by the department that scores them. */
export type ChosenItems = ReadonlyMap<string, readonly string[]>

/** By whom the scheme names: 公安局 is the county's own, whatever it is called before. */
export function itemsByScheme({ departments, items }: Pick<ProcedurePlan, 'departments' | 'items'>): ChosenItems {
  const chosen = new Map<string, string[]>()
  for (const { code, supplier } of items) {
    const department = departments.find(
      ({ name }) => supplier !== '' && name.endsWith(supplier.replace(/^[县区市]/, '')),
    )
    if (department !== undefined) chosen.set(department.id, [...(chosen.get(department.id) ?? []), code])
  }
  return chosen
}

interface ScorersFieldsProps {
  readonly found: ProcedurePlan
  readonly chosen: ChosenItems
  readonly onChange: (chosen: ChosenItems) => void
}

/** 评分部门: which of them score, and which items each. */
export function ScorersFields({ found, chosen, onChange }: ScorersFieldsProps) {
  const nameOf = new Map<string, string>(found.departments.map(({ id, name }) => [id, name]))
  const taken = new Set([...chosen.values()].flat())
  return (
    <div className="stack">
      <p className="quiet">{words.scorersHint}</p>
      <SeveralField
        label={words.scorers}
        name="scorers"
        values={[...chosen.keys()]}
        choices={found.departments.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(units) => onChange(new Map(units.map((unit) => [unit, chosen.get(unit) ?? []])))}
      />
      {[...chosen].map(([unit, own]) => (
        <SeveralField
          key={unit}
          label={words.itemsOf(nameOf.get(unit) ?? unit)}
          values={own}
          choices={found.items
            .filter(({ code }) => own.includes(code) || !taken.has(code))
            .map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(items) => onChange(new Map([...chosen, [unit, items]]))}
        />
      ))}
      <span className="row">
        <Button isSmall onClick={() => onChange(itemsByScheme(found))}>
          {words.byScheme}
        </Button>
      </span>
    </div>
  )
}
