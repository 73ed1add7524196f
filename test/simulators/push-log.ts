/** When pushes of a case were last sent, and which were not since. */
export interface PushLog {
  sent(caseIds: readonly string[]): void;
  lost(caseIds: readonly string[]): void;
  /**
   * Cases of which nobody can have heard the last change from a push: it alone was never sent, no push was sent since,
   * and none for so long before that it might be read late. Where two were lost, listing for the one may read the other too.
   */
  unheard(quietMs: number): readonly string[];
}

interface Silence {
  readonly sentAt: number;
  /** Of those that were not sent since. */
  readonly lostAt: readonly number[];
}

const nothingYet: Silence = { sentAt: Number.NEGATIVE_INFINITY, lostAt: [] };

export function createPushLog(now: () => number): PushLog {
  const silences = new Map<string, Silence>();
  return {
    sent(caseIds) {
      for (const caseId of caseIds) {
        silences.set(caseId, { sentAt: now(), lostAt: [] });
      }
    },
    lost(caseIds) {
      for (const caseId of caseIds) {
        const { sentAt, lostAt } = silences.get(caseId) ?? nothingYet;
        silences.set(caseId, { sentAt, lostAt: [...lostAt, now()] });
      }
    },
    unheard: (quietMs) => [...silences].filter(([, silence]) => isUnheard(silence, quietMs)).map(([caseId]) => caseId),
  };
}

function isUnheard({ sentAt, lostAt }: Silence, quietMs: number): boolean {
  const [first, second] = lostAt;
  return first !== undefined && second === undefined && sentAt <= first - quietMs;
}
