/** When pushes of a case were last sent, and when one last was not. */
export interface PushLog {
  sent(caseIds: readonly string[]): void;
  lost(caseIds: readonly string[]): void;
  /**
   * Cases of which nobody can have heard the last change from a push: it was never sent, no push was sent since,
   * and none for so long before that it might be read late.
   */
  unheard(quietMs: number): readonly string[];
}

export function createPushLog(now: () => number): PushLog {
  const sentAt = new Map<string, number>();
  const lostAt = new Map<string, number>();
  const note = (times: Map<string, number>, caseIds: readonly string[]) => {
    for (const caseId of caseIds) {
      times.set(caseId, now());
    }
  };
  return {
    sent: (caseIds) => note(sentAt, caseIds),
    lost: (caseIds) => note(lostAt, caseIds),
    unheard: (quietMs) =>
      [...lostAt]
        .filter(([caseId, at]) => (sentAt.get(caseId) ?? Number.NEGATIVE_INFINITY) <= at - quietMs)
        .map(([caseId]) => caseId),
  };
}
