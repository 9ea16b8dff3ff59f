import type { ReactNode } from 'react'
import { compareView, guideView, rulesView, sendView } from '../state/case.ts'
import { Catalogue } from './catalogue/catalogue.tsx'
import { CompareView } from './compare/compare-view.tsx'
import { GuideView } from './guide/guide-view.tsx'
import { SendView } from './send/send-view.tsx'

// What the empty page does without: reading and judging, and every view of what came out. It is made when that page stands, see `rest.ts`.
export { analyse, nothingRead } from '../core/report.ts'
export { CheckTab } from './check/check-tab.tsx'
export { derive } from './derive.ts'
export * from './outward.ts'
export { Result } from './overview/result.tsx'
export { warmUp } from './warm-up.ts'

export const views: Readonly<Record<string, () => ReactNode>> = { [rulesView]: Catalogue, [compareView]: CompareView, [sendView]: SendView, [guideView]: GuideView }
