import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { loadPage } from './missingChunk.ts'
import { NotFound } from './shell/NotFound.tsx'
import { PageCrashed } from './shell/PageCrashed.tsx'
import { Shell } from './shell/Shell.tsx'
import { SigningOut } from './shell/SigningOut.tsx'

/** Each page is a chunk of its own: nobody loads the scheme editor in order to see the to-do list. */
type Page = (load: () => Promise<{ default: ComponentType }>) => Pick<RouteObject, 'lazy'>

const pageOf =
  (goingTo: () => string | undefined): Page =>
  (load) => ({ lazy: async () => ({ Component: (await loadPage(load, goingTo)).default }) })

/** `goingTo`: the address that a press on a link leads to, while its page is not there yet. */
export const routesOf = (onSignOut: () => void, goingTo: () => string | undefined): RouteObject[] =>
  routesWith(onSignOut, pageOf(goingTo))

const routesWith = (onSignOut: () => void, page: Page): RouteObject[] => [
  {
    path: '/',
    element: <Shell />,
    HydrateFallback: () => null,
    errorElement: <PageCrashed />,
    children: [
      {
        errorElement: <PageCrashed />,
        children: [
          { index: true, ...page(() => import('../areas/home/home/HomePage.tsx')) },
          { path: 'handled', ...page(() => import('../areas/home/handled/HandledPage.tsx')) },
          { path: 'copies', ...page(() => import('../areas/messages/copies/CopiesPage.tsx')) },
          { path: 'messages/digest', ...page(() => import('../areas/messages/digest/DigestPage.tsx')) },
          { path: 'messages', ...page(() => import('../areas/messages/list/MessagesPage.tsx')) },
          { path: 'catalogue', ...page(() => import('../areas/catalogue/list/CataloguePage.tsx')) },
          { path: 'catalogue/new', ...page(() => import('../areas/catalogue/newItem/NewItemPage.tsx')) },
          { path: 'catalogue/doubles', ...page(() => import('../areas/catalogue/doubles/DoublesPage.tsx')) },
          {
            path: 'catalogue/:catalogueItemId',
            ...page(() => import('../areas/catalogue/item/CatalogueItemPage.tsx')),
          },
          { path: 'schemes', ...page(() => import('../areas/schemes/list/SchemesPage.tsx')) },
          { path: 'schemes/new', ...page(() => import('../areas/schemes/editor/NewSchemePage.tsx')) },
          { path: 'schemes/:schemeId', ...page(() => import('../areas/schemes/editor/SchemePage.tsx')) },
          { path: 'schemes/:schemeId/method', ...page(() => import('../areas/schemes/method/MethodPage.tsx')) },
          { path: 'schemes/:schemeId/trial', ...page(() => import('../areas/schemes/trial/TrialPage.tsx')) },
          { path: 'cycles', ...page(() => import('../areas/cycles/list/CyclesPage.tsx')) },
          { path: 'cycles/new', ...page(() => import('../areas/cycles/plan/PlanCyclePage.tsx')) },
          { path: 'cycles/:cycleId/plan', ...page(() => import('../areas/cycles/plan/PlanCyclePage.tsx')) },
          { path: 'cycles/:cycleId/figures', ...page(() => import('../areas/cycles/figures/FiguresPage.tsx')) },
          {
            path: 'cycles/:cycleId/completeness',
            ...page(() => import('../areas/cycles/completeness/CompletenessPage.tsx')),
          },
          { path: 'cycles/:cycleId', ...page(() => import('../areas/cycles/detail/CyclePage.tsx')) },
          {
            path: 'cycles/:cycleId/commission-values',
            ...page(() => import('../areas/submissions/commission/CommissionPage.tsx')),
          },
          {
            path: 'cycles/:cycleId/scorecard',
            ...page(() => import('../areas/league-tables/scorecard/OwnScorecardPage.tsx')),
          },
          {
            path: 'cycles/:cycleId/league-table',
            ...page(() => import('../areas/league-tables/published/PublishedTablePage.tsx')),
          },
          { path: 'league-tables', ...page(() => import('../areas/league-tables/list/LeagueTablesPage.tsx')) },
          { path: 'runs/:runId', ...page(() => import('../areas/league-tables/run/RunPage.tsx')) },
          {
            path: 'runs/:runId/scorecards/:subject',
            ...page(() => import('../areas/league-tables/scorecard/ScorecardPage.tsx')),
          },
          { path: 'appeals', ...page(() => import('../areas/appeals/list/AppealsPage.tsx')) },
          { path: 'appeals/:appealId', ...page(() => import('../areas/appeals/appeal/AppealPage.tsx')) },
          { path: 'submissions', ...page(() => import('../areas/submissions/list/SubmissionsPage.tsx')) },
          { path: 'submissions/:submissionId', ...page(() => import('../areas/submissions/entry/SubmissionPage.tsx')) },
          {
            path: 'submissions/:submissionId/counted/:item/:period',
            ...page(() => import('../areas/submissions/counted/CountedRowsPage.tsx')),
          },
          { path: 'rounds', ...page(() => import('../areas/honours/rounds/RoundsPage.tsx')) },
          { path: 'rounds/new', ...page(() => import('../areas/honours/newRound/NewRoundPage.tsx')) },
          { path: 'rounds/:roundId', ...page(() => import('../areas/honours/round/RoundPage.tsx')) },
          { path: 'honour-types', ...page(() => import('../areas/honours/types/TypesPage.tsx')) },
          { path: 'honour-types/:honour', ...page(() => import('../areas/honours/types/TypePage.tsx')) },
          { path: 'honour-counts', ...page(() => import('../areas/honours/counts/CountsPage.tsx')) },
          { path: 'county-honours', ...page(() => import('../areas/honours/countyHonours/CountyHonoursPage.tsx')) },
          { path: 'bars', ...page(() => import('../areas/honours/bars/BarsPage.tsx')) },
          { path: 'bars/:subject', ...page(() => import('../areas/honours/bars/UnitBarsPage.tsx')) },
          { path: 'legal-bases', ...page(() => import('../areas/honours/bases/BasesPage.tsx')) },
          { path: 'applications', ...page(() => import('../areas/honours/applications/ApplicationsPage.tsx')) },
          { path: 'applications/new', ...page(() => import('../areas/honours/newApplication/NewApplicationPage.tsx')) },
          {
            path: 'applications/:applicationId',
            ...page(() => import('../areas/honours/application/ApplicationPage.tsx')),
          },
          { path: 'batches', ...page(() => import('../areas/notices/batches/BatchesPage.tsx')) },
          { path: 'batches/new', ...page(() => import('../areas/notices/newBatch/NewBatchPage.tsx')) },
          { path: 'batches/:batchId', ...page(() => import('../areas/notices/batch/BatchPage.tsx')) },
          { path: 'objections', ...page(() => import('../areas/objections/list/ObjectionsPage.tsx')) },
          { path: 'objections/new', ...page(() => import('../areas/objections/newObjection/NewObjectionPage.tsx')) },
          {
            path: 'objections/:objectionId',
            ...page(() => import('../areas/objections/objection/ObjectionPage.tsx')),
          },
          { path: 'rechecks', ...page(() => import('../areas/aftercare/list/RechecksPage.tsx')) },
          { path: 'rechecks/:recheckId', ...page(() => import('../areas/aftercare/recheck/RecheckPage.tsx')) },
          { path: 'recheck-campaigns', ...page(() => import('../areas/aftercare/campaigns/CampaignsPage.tsx')) },
          {
            path: 'recheck-campaigns/:campaignId',
            ...page(() => import('../areas/aftercare/campaign/CampaignPage.tsx')),
          },
          { path: 'incidents', ...page(() => import('../areas/aftercare/incidents/IncidentsPage.tsx')) },
          { path: 'measures', ...page(() => import('../areas/supervision/ledger/MeasuresPage.tsx')) },
          { path: 'measures/new', ...page(() => import('../areas/supervision/newMeasure/NewMeasurePage.tsx')) },
          { path: 'measures/:measureId', ...page(() => import('../areas/supervision/measure/MeasurePage.tsx')) },
          {
            path: 'measures/:measureId/edit',
            ...page(() => import('../areas/supervision/newMeasure/NewMeasurePage.tsx')),
          },
          {
            path: 'rectifications',
            ...page(() => import('../areas/supervision/rectifications/RectificationsPage.tsx')),
          },
          {
            path: 'rectifications/:rectificationId',
            ...page(() => import('../areas/supervision/rectification/RectificationPage.tsx')),
          },
          { path: 'duty-lists', ...page(() => import('../areas/posts/dutyLists/DutyListsPage.tsx')) },
          { path: 'duty-lists/new', ...page(() => import('../areas/posts/dutyVersion/NewDutyListsPage.tsx')) },
          { path: 'duty-lists/:listsId', ...page(() => import('../areas/posts/dutyVersion/DutyVersionPage.tsx')) },
          {
            path: 'duty-posts/:postId/performance',
            ...page(() => import('../areas/posts/performance/PerformancePage.tsx')),
          },
          { path: 'cycles/:cycleId/posts/:postId', ...page(() => import('../areas/posts/parts/PostPartsPage.tsx')) },
          { path: 'duty-events', ...page(() => import('../areas/posts/dutyEvents/DutyEventsPage.tsx')) },
          { path: 'duty-events/new', ...page(() => import('../areas/posts/dutyEvents/NewDutyEventPage.tsx')) },
          { path: 'duty-events/:eventId', ...page(() => import('../areas/posts/dutyEvent/DutyEventPage.tsx')) },
          { path: 'duty-trainings', ...page(() => import('../areas/posts/trainings/TrainingsPage.tsx')) },
          { path: 'duty-trainings/:trainingId', ...page(() => import('../areas/posts/training/TrainingPage.tsx')) },
          {
            path: 'cycles/:cycleId/procedure',
            ...page(() => import('../areas/procedure/procedure/ProcedurePage.tsx')),
          },
          {
            path: 'cycles/:cycleId/procedure/plan',
            ...page(() => import('../areas/procedure/plan/ProcedurePlanPage.tsx')),
          },
          {
            path: 'cycles/:cycleId/procedure/teams',
            ...page(() => import('../areas/procedure/teams/TeamsPage.tsx')),
          },
          { path: 'procedure-papers', ...page(() => import('../areas/procedure/papers/PapersPage.tsx')) },
          { path: 'procedure-papers/:paperId', ...page(() => import('../areas/procedure/paper/PaperPage.tsx')) },
          { path: 'titles/board', ...page(() => import('../areas/honours/board/TitleBoardPage.tsx')) },
          { path: 'duty-posts', ...page(() => import('../areas/posts/list/DutyPostsPage.tsx')) },
          { path: 'duty-posts/:postId', ...page(() => import('../areas/posts/post/DutyPostPage.tsx')) },
          { path: 'duty-coverage', ...page(() => import('../areas/posts/coverage/CoveragePage.tsx')) },
          { path: 'titles', ...page(() => import('../areas/honours/titles/TitlesPage.tsx')) },
          { path: 'ladders', ...page(() => import('../areas/honours/ladders/LaddersPage.tsx')) },
          { path: 'ladders/:unitId', ...page(() => import('../areas/honours/ladder/LadderPage.tsx')) },
          { path: 'registers', ...page(() => import('../areas/registers/list/RegistersPage.tsx')) },
          { path: 'registers/new', ...page(() => import('../areas/registers/definition/DefinitionPage.tsx')) },
          { path: 'registers/:registerId', ...page(() => import('../areas/registers/rows/RegisterPage.tsx')) },
          {
            path: 'registers/:registerId/holders',
            ...page(() => import('../areas/registers/holders/HoldersPage.tsx')),
          },
          {
            path: 'registers/:registerId/definition',
            ...page(() => import('../areas/registers/definition/DefinitionPage.tsx')),
          },
          { path: 'disputes', ...page(() => import('../areas/disputes/reconciliation/ReconciliationPage.tsx')) },
          { path: 'disputes/new', ...page(() => import('../areas/disputes/newDispute/NewDisputePage.tsx')) },
          { path: 'disputes/list', ...page(() => import('../areas/disputes/list/DisputesPage.tsx')) },
          { path: 'disputes/doubts', ...page(() => import('../areas/disputes/doubts/DoubtsPage.tsx')) },
          { path: 'dispute-systems', ...page(() => import('../areas/disputes/systems/SystemsPage.tsx')) },
          { path: 'dispute-systems/:system', ...page(() => import('../areas/disputes/systems/SystemPage.tsx')) },
          {
            path: 'dispute-systems/:system/outgoing',
            ...page(() => import('../areas/disputes/outgoing/OutgoingPage.tsx')),
          },
          { path: 'disputes/:disputeId', ...page(() => import('../areas/disputes/dispute/DisputePage.tsx')) },
          { path: 'imports', ...page(() => import('../areas/intake/imports/ImportsPage.tsx')) },
          { path: 'imports/new', ...page(() => import('../areas/intake/imports/NewImportPage.tsx')) },
          { path: 'imports/:batchId', ...page(() => import('../areas/intake/imports/ImportPage.tsx')) },
          { path: 'units/sheet', ...page(() => import('../areas/intake/units/UnitSheetPage.tsx')) },
          { path: 'units', ...page(() => import('../areas/units/list/UnitsPage.tsx')) },
          { path: 'units/:unitId', ...page(() => import('../areas/units/unit/UnitPage.tsx')) },
          { path: 'posts', ...page(() => import('../areas/people/posts/PostsPage.tsx')) },
          { path: 'account', ...page(() => import('../areas/people/account/AccountPage.tsx')) },
          { path: 'move-plans', ...page(() => import('../areas/moves/plans/MovePlansPage.tsx')) },
          { path: 'move-plans/:planId', ...page(() => import('../areas/moves/plan/MovePlanPage.tsx')) },
          { path: 'divisions/file', ...page(() => import('../areas/divisions/file/DivisionFilePage.tsx')) },
          { path: 'divisions', ...page(() => import('../areas/divisions/changes/DivisionsPage.tsx')) },
          { path: 'signing-out', element: <SigningOut onSignOut={onSignOut} /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]
