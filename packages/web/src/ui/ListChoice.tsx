interface ListChoiceProps {
  readonly label: string
  readonly value: string
  /** What it says when nothing is chosen. */
  readonly all: string
  readonly choices: readonly { readonly value: string; readonly label: string; readonly group?: string }[]
  readonly onChange: (value: string) => void
}

/** One thing that a list is narrowed by, of a few that can be chosen. */
export function ListChoice({ label, value, all, choices, onChange }: ListChoiceProps) {
  const groups = [...new Set(choices.map(({ group }) => group ?? ''))]
  const optionsOf = (group: string) =>
    choices
      .filter((choice) => (choice.group ?? '') === group)
      .map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))
  return (
    <select
      className="plain"
      style={{ minHeight: 32 }}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{all}</option>
      {groups.map((group) =>
        group === '' ? (
          optionsOf(group)
        ) : (
          <optgroup key={group} label={group}>
            {optionsOf(group)}
          </optgroup>
        ),
      )}
    </select>
  )
}
