import { useCombobox } from 'downshift'
import { useId, useMemo, useState } from 'react'
import { pickerWords as words } from '../../locales/zh-CN/parts.ts'
import '../form/Field.css'
import { matches, type PickerOption } from './matches.ts'
import './Picker.css'

interface PickerProps {
  readonly id?: string
  readonly label: string
  readonly value: string
  readonly options: readonly PickerOption[]
  readonly onChange: (value: string) => void
  /** The list is at the server, which is asked for what was typed; `options` are its answer. */
  readonly onAsk?: (typed: string) => void
  readonly isAsking?: boolean
  /** What the chosen value is called, where it need not be among the options. */
  readonly chosenLabel?: string | undefined
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly isInvalid?: boolean
  readonly describedBy?: string
  /** A choice may be taken back. */
  readonly mayClear?: boolean
}

/** More rows than this help nobody: one more letter narrows better than scrolling. */
const MOST_ROWS = 60

/** One out of many, by typing a part of its name, its pinyin or its initials; arrow keys and Enter pick. */
export function Picker(props: PickerProps) {
  const { value, options, onChange, onAsk } = props
  const own = useId()
  const id = props.id ?? own
  /** What is being typed; undefined while nothing is, and the field says what is chosen. */
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const found = useMemo(() => (onAsk === undefined ? matches(options, typed ?? '') : options), [options, typed, onAsk])
  const shown = useMemo(() => found.slice(0, MOST_ROWS), [found])
  const chosen = options.find((option) => option.value === value)?.label ?? props.chosenLabel ?? value
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps } = useCombobox<PickerOption>({
    id,
    inputId: id,
    items: [...shown],
    itemToString: (option) => option?.label ?? '',
    isItemDisabled: (option) => option.disabled === true,
    // What is chosen is the page's; here each press counts, also on what is chosen already.
    selectedItem: null,
    inputValue: typed ?? chosen,
    defaultHighlightedIndex: 0,
    getA11yStatusMessage: (state) =>
      !state.isOpen
        ? ''
        : props.isAsking === true
          ? words.asking
          : found.length === 0
            ? words.none
            : words.found(found.length),
    stateReducer: (state, { type, changes }) => {
      const { InputBlur, InputKeyDownEscape } = useCombobox.stateChangeTypes
      // Only Enter and a press choose; who leaves the field or calls off keeps what was chosen.
      if (type === InputBlur || type === InputKeyDownEscape)
        return { ...changes, selectedItem: state.selectedItem, inputValue: state.inputValue }
      return changes
    },
    onStateChange: ({ type, selectedItem, inputValue, isOpen: opened }) => {
      if (type === useCombobox.stateChangeTypes.InputChange) {
        setTyped(inputValue ?? '')
        onAsk?.(inputValue ?? '')
      } else if (selectedItem !== undefined && selectedItem !== null) {
        onChange(selectedItem.value)
        setTyped(undefined)
      } else if (opened === false) setTyped(undefined)
      else if (opened === true) onAsk?.('')
    },
  })
  const note =
    props.isAsking === true
      ? words.asking
      : shown.length === 0
        ? words.none
        : found.length > shown.length
          ? words.narrow(shown.length)
          : undefined
  return (
    <span className="picker">
      <input
        {...getInputProps({
          type: 'text',
          className: 'control',
          'aria-label': props.label,
          'aria-invalid': props.isInvalid ?? false,
          'aria-describedby': props.describedBy,
          disabled: props.disabled ?? false,
          placeholder: props.placeholder ?? words.hint,
          onFocus: (event) => event.target.select(),
          onKeyDown: (event) => {
            // Only the list is closed, not the dialog around it.
            if (event.key === 'Escape' && isOpen) {
              event.preventDefault()
              event.stopPropagation()
            }
          },
        })}
      />
      {props.mayClear === true && value !== '' && props.disabled !== true && (
        <button type="button" className="picker-clear" aria-label={words.clear} onClick={() => onChange('')}>
          ×
        </button>
      )}
      <span className="picker-sheet" hidden={!isOpen}>
        <span {...getMenuProps({ className: 'picker-list', 'aria-label': props.label })}>
          {isOpen &&
            shown.map((option, index) => (
              <span
                key={option.value}
                {...getItemProps({
                  item: option,
                  index,
                  className: index === highlightedIndex ? 'highlighted' : '',
                })}
              >
                {option.label}
                {option.detail !== undefined && <span className="picker-detail">{option.detail}</span>}
              </span>
            ))}
        </span>
        {isOpen && note !== undefined && <span className="picker-note">{note}</span>}
      </span>
    </span>
  )
}
