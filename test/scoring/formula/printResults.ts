import { formulaClause } from '@anjie/domain/scoring/formula/index'
import { read, shown } from './reading.ts'

// Run in processes of different locales by properties.test.ts; what it prints must not depend on them.
const texts = ['0.1 + 0.2', 'IF(1 < 2, MIN(1.5, 2), 0)', 'isMissing([I])', '1234567.891 × 1000', '[İ] + [ı] + 1', '12%']
for (const text of texts) {
  console.log(formulaClause(read(text)), shown(text, { I: 'missing', İ: '1.5', ı: '2' }))
}
