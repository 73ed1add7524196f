import { Fault } from '#shared/fault/fault.ts';
/** @throws Fault `out-of-time` where the work is not done after so long. It may still come to its end. */
export async function inTime<Result>(working: Promise<Result>, ms: number): Promise<Result> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(outOfTime(ms)), Math.max(0, ms));
  try {
    return await Promise.race([working, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function outOfTime(ms: number): Fault {
  const advice = 'look at what it waited for; it is tried again, each time later';
  return new Fault('out-of-time', `the work took longer than ${ms} ms`, { advice });
}
