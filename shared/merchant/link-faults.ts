import type { SettingFault } from '#shared/sources/about.ts';
import { brokenOf, mustBeOneOf, type Rule } from './rule.ts';

export interface CheckedLinks {
  readonly demo: boolean;
  readonly channels: readonly { readonly source: string; readonly role: string }[];
  readonly links: { readonly case?: string | undefined; readonly backOffice: Readonly<Record<string, string>> };
}

/** What stands in a template of a back office, and an example of it. `{shop}` may be a host. */
const places: ReadonlyMap<string, string> = new Map([
  ['{caseId}', 'id'],
  ['{orderId}', 'id'],
  ['{shop}', 'shop.example'],
]);

/** Links that a browser must not follow, or that lead everybody to one page. */
export function linkFaults({ links, demo, channels }: CheckedLinks): SettingFault[] {
  const stores = channels.filter(({ role }) => role === 'store').map(({ source }) => source);
  return [
    ...brokenOf([
      [
        links.case !== undefined && !isLink(links.case.replace('{key}', 'key'), demo),
        { path: ['links', 'case'], message: 'must be an https address with {key} in it' },
      ],
    ]),
    ...Object.entries(links.backOffice).flatMap(([source, template]) => {
      const path = ['links', 'backOffice', source];
      return stores.includes(source)
        ? brokenOf(templateRules(template, demo, path)).slice(0, 1)
        : [mustBeOneOf(stores, source, path)];
    }),
  ];
}

/** The first that is broken says enough. */
function templateRules(template: string, demo: boolean, path: SettingFault['path']): Rule[] {
  const used: readonly string[] = template.match(/\{[^}]*\}/g) ?? [];
  const example = template.replace(/\{[^}]*\}/g, (place) => places.get(place) ?? place);
  const known = [...places.keys()].join(', ');
  return [
    [used.some((place) => !places.has(place)), { path, message: `may hold no other places than ${known}` }],
    [
      !(used.includes('{caseId}') || used.includes('{orderId}')),
      { path, message: 'must have {caseId} or {orderId} where it stands' },
    ],
    [!isLink(example, demo), { path, message: 'must be an https address' }],
    // What a buyer or a store may word must never choose the host that a colleague is led to.
    [
      /^[^:]*:\/\/[^/?#]*\{(?:caseId|orderId)\}/.test(template),
      { path, message: 'may have {caseId} and {orderId} only after the host' },
    ],
  ];
}

function isLink(address: string, demo: boolean): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' || (demo && url?.hostname === '127.0.0.1' && url.protocol === 'http:');
}
