import type { Instant } from '../record/instant.ts';

/** That somebody was asked to stop a parcel on its way out, and when they first said what came of it. */
export interface StopRequest {
  readonly at: Instant;
  readonly answeredAt?: Instant;
}

interface Timed {
  readonly at: Instant;
}

/** The last of them: what is asked again before there is an answer is the same request. */
export function stopRequestOf(requests: readonly Timed[], answers: readonly Timed[]): StopRequest | undefined {
  let last: StopRequest | undefined;
  const answered = timesOf(answers);
  for (const at of timesOf(requests)) {
    if (!last || (last.answeredAt && last.answeredAt < at)) {
      const answeredAt = answered.find((each) => each >= at);
      last = { at, ...(answeredAt && { answeredAt }) };
    }
  }
  return last;
}

function timesOf(statements: readonly Timed[]): Instant[] {
  return statements.map(({ at }) => at).sort();
}
