import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { commonWords } from '../locales/zh-CN/common.ts'
import type { ApiProblem } from './apiProblem.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly confirmLabel?: string
  readonly danger?: boolean
  readonly seal?: boolean
  readonly disabled?: boolean
  readonly waiting?: boolean
  readonly problem?: ApiProblem | undefined
  readonly onLoadNewest?: () => void
  readonly width?: number
  readonly children: ReactNode
}

/** A question before a decision. What was typed stays when the server refuses; only a success or the person closes it. */
export function Dialog(props: DialogProps) {
  const { problem, onLoadNewest } = props
  return (
    <Modal
      title={props.title}
      open={props.open}
      onCancel={props.onClose}
      onOk={props.onConfirm}
      okText={props.confirmLabel ?? commonWords.confirm}
      cancelText={commonWords.cancel}
      okButtonProps={{
        disabled: props.disabled ?? false,
        danger: props.danger ?? false,
        className: props.seal === true ? 'seal-button' : '',
        ...(props.confirmLabel === undefined ? {} : { 'aria-label': props.confirmLabel }),
      }}
      confirmLoading={props.waiting ?? false}
      mask={{ closable: false }}
      width={props.width ?? 520}
      destroyOnHidden
    >
      <div className="stack">
        {props.children}
        {problem !== undefined && (
          <ProblemNotice problem={problem} {...(onLoadNewest === undefined ? {} : { onLoadNewest })} />
        )}
      </div>
    </Modal>
  )
}
