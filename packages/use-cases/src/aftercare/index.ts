import { drawCampaign, freezeCampaign, getCampaign, listCampaigns, startCampaign } from './campaigns.ts'
import { enterIncident, getIncidents, listIncidents } from './enterIncident.ts'
import { getRecheck, listRechecks } from './queries.ts'
import {
  checkRecheck,
  concludeRecheck,
  reportMending,
  reportSelfCheck,
  returnRecheck,
  takeUpRecheck,
  warnRecheck,
} from './recheckCommands.ts'
import {
  answerRevocation,
  appealRevocation,
  decideRevocation,
  decideRevocationAppeal,
  proposeRevocation,
} from './revocationCommands.ts'
import { setTitleTerm } from './setTitleTerm.ts'

export const AFTERCARE = {
  listRechecks,
  getRecheck,
  reportSelfCheck,
  checkRecheck,
  returnRecheck,
  takeUpRecheck,
  concludeRecheck,
  warnRecheck,
  reportMending,
  proposeRevocation,
  answerRevocation,
  decideRevocation,
  appealRevocation,
  decideRevocationAppeal,
  listIncidents,
  getIncidents,
  enterIncident,
  listCampaigns,
  getCampaign,
  freezeCampaign,
  drawCampaign,
  startCampaign,
  setTitleTerm,
} as const
