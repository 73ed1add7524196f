/** Work that did not come to an end in time. It may still do so. */
export class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

/** @throws OutOfTimeError where the work is not done after so long. */
export async function inTime<Result>(working: Promise<Result>, ms: number): Promise<Result> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new OutOfTimeError('the work took too long')), Math.max(0, ms));
  try {
    return await Promise.race([working, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
