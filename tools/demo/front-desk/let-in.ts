/** What of a call the front desk goes by. */
export interface Asked {
  readonly method: string;
  readonly host: string | undefined;
  /** As it was asked for, with its query. */
  readonly url: string;
}

export type Answered =
  | { readonly kind: 'let in'; readonly group: string }
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
  const group = groups.find((each) => url === pathOf(each));
  return group === undefined
    ? refused(404, `There is nobody of that name; there are: ${groups.map(pathOf).join(', ')}`)
    : { kind: 'let in', group };
}

export function pathOf(group: string): string {
  return `/as/${group}`;
}

function refused(status: 404 | 405 | 421, why: string): Answered {
  return { kind: 'refused', status, why };
}
