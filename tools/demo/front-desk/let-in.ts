import { isLocale, type Locale, locales } from '#shared/words/locale.ts';

/** What of a call the front desk goes by. */
export interface Asked {
  readonly method: string;
  readonly host: string | undefined;
  /** As it was asked for, with its query. */
  readonly url: string;
}

export type Answered =
  | { readonly kind: 'let in'; readonly group: string; readonly locale?: Locale }
  | { readonly kind: 'refused'; readonly status: 404 | 405 | 421; readonly why: string };

export interface Door {
  readonly port: number;
  readonly groups: readonly string[];
}

/** Whom a call lets in as. A page elsewhere that gives this machine a name of its own is told nothing. */
export function letIn({ method, host, url }: Asked, { port, groups }: Door): Answered {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(host ?? '')) {
    return refused(421, `This is the front desk of a demo; it answers at http://${own[0]} alone.`);
  }
  if (method !== 'GET') {
    return refused(405, 'It only shows people in: ask with GET.');
  }
  const [path = '', ...asked] = url.split('?');
  const group = groups.find((each) => path === pathOf(each));
  if (group === undefined) {
    return refused(404, `There is nobody of that name; there are: ${groups.map(pathOf).join(', ')}`);
  }
  return asked.length === 0 ? { kind: 'let in', group } : inLanguage(group, asked.join('?'));
}

/** A language is all that may be asked for. */
function inLanguage(group: string, asked: string): Answered {
  const locale = asked.replace(/^lang=/, '');
  return asked.startsWith('lang=') && isLocale(locale)
    ? { kind: 'let in', group, locale }
    : refused(
        404,
        `Behind the name there may be a language alone: ${locales.map((each) => `?lang=${each}`).join(', ')}`,
      );
}

export function pathOf(group: string): string {
  return `/as/${group}`;
}

function refused(status: 404 | 405 | 421, why: string): Answered {
  return { kind: 'refused', status, why };
}
