import { type HolderLine, sumOver } from '@anjie/web/areas/registers/holders/holderSums'
import { expect, test } from 'vitest'

const line = (filled: number, sum?: string) =>
  ({ totals: { filled: { staff: filled }, sums: sum === undefined ? {} : { staff: sum } } }) as unknown as HolderLine

test('the sum over counties is exact, leaves out who has nothing, and is not told where one county’s own is not known', () => {
  expect(sumOver([line(2, '0.1'), line(1, '0.2'), line(0)], 'staff')).toBe('0.3')
  expect(sumOver([line(2, '12'), line(3)], 'staff')).toBe('')
  expect(sumOver([line(0), line(0)], 'staff')).toBe('')
})
