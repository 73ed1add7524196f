import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';
import type { OperationName } from '#shared/api/operations.ts';
import type { Texts } from '#shared/words/locale.ts';
import { TodayPage } from '../pages/today/today-page.tsx';

export interface BoardPage {
  readonly path: string;
  readonly name: Texts;
  /** Only for whoever may ask for it. */
  readonly needs: OperationName;
  readonly Page: ComponentType | LazyExoticComponent<ComponentType>;
}

/** In the order of the menu; what is not looked at first is loaded when it is. */
export const boardPages: readonly BoardPage[] = [
  { path: '/today', name: { 'zh-CN': '今日待办', en: 'Today' }, needs: 'listCases', Page: TodayPage },
  {
    path: '/cases',
    name: { 'zh-CN': '售后单', en: 'Cases' },
    needs: 'listCases',
    Page: lazy(async () => ({ default: (await import('../pages/cases/cases-page.tsx')).CasesPage })),
  },
  {
    path: '/unclaimed',
    name: { 'zh-CN': '无主件', en: 'Unclaimed' },
    needs: 'listUnclaimed',
    Page: lazy(async () => ({ default: (await import('../pages/unclaimed/unclaimed-page.tsx')).UnclaimedPage })),
  },
  {
    path: '/sources',
    name: { 'zh-CN': '数据源', en: 'Sources' },
    needs: 'listSources',
    Page: lazy(async () => ({ default: (await import('../pages/sources/sources-page.tsx')).SourcesPage })),
  },
];

/** One case by its key; it is reached from lists, and not from the menu. */
export const CasePage = lazy(async () => ({ default: (await import('../pages/case/case-page.tsx')).CasePage }));
