export { schemeLimits } from '@anjie/contracts/vocabulary/schemeLimits'
