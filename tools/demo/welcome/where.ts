import { pathPartOf } from '#shared/api/path-part.ts';
import { padTo, widthOf } from '#shared/api/text-width.ts';
import type { Locale, Texts } from '#shared/words/locale.ts';
import type { LocalOutputs } from '../../operate/outputs.ts';

/** Where everything is, for whoever wants to go on by hand. */
export function whereLines({ endpoint, webhooksUrl, apiUrl }: LocalOutputs, caseKey: string, locale: Locale): string[] {
  const rows: readonly (readonly [name: Texts, where: string])[] = [
    [{ en: 'the local AWS', 'zh-CN': '本机 AWS' }, endpoint],
    [{ en: 'webhooks', 'zh-CN': 'webhook 地址' }, `${webhooksUrl}/{source}/{channel}`],
    [{ en: 'cases', 'zh-CN': '查询售后单' }, `${apiUrl}/cases/{key}`],
    [{ en: 'what to do', 'zh-CN': '待办' }, `${apiUrl}/attention`],
    [{ en: 'the API', 'zh-CN': 'API 说明' }, `${apiUrl}/openapi.json`],
    [{ en: 'all names', 'zh-CN': '全部名称' }, '.local/outputs.json'],
    [{ en: 'all keys', 'zh-CN': '全部编号' }, '.local/cases.txt'],
  ];
  const width = Math.max(...rows.map(([name]) => widthOf(name[locale])));
  return [
    { en: 'Where things are', 'zh-CN': '各处地址' }[locale],
    ...rows.map(([name, where]) => `  ${padTo(name[locale], width)}  ${where}`),
    '',
    '  TOKEN=$(npm run -s token -- --role agent)',
    '  curl -H "authorization: Bearer $TOKEN" \\',
    `    '${apiUrl}/cases/${pathPartOf(caseKey)}/timeline?lang=${locale}'`,
  ];
}
