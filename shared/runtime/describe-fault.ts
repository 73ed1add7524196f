import { Fault } from '#shared/fault/fault.ts';
import type { Line } from './line.ts';
import { toSource } from './to-source.ts';

const shownFrames = 5;

/**
 * An error as log fields: its name, its code, what an operator does about it, and where it was thrown. The message is left out, because
 * parsers and clients quote their input in it.
 */
export function describeFault(error: unknown): Line {
  if (!(error instanceof Error)) {
    return { fault: typeof error };
  }
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number; requestId?: string } };
  return {
    fault: error.name,
    faultCode: typeof code === 'string' ? code : undefined,
    faultStatus: $metadata?.httpStatusCode,
    faultRequestId: $metadata?.requestId,
    faultCause: causeOf(error.cause),
    advice: adviceOf(error),
    faultAt: framesOf(error),
  };
}

function causeOf(cause: unknown): string | undefined {
  return cause instanceof Fault ? cause.code : cause instanceof Error ? cause.name : undefined;
}

/** Its own words only: another's may quote anything. */
function adviceOf(error: Error): string | undefined {
  return error instanceof Fault ? error.advice : undefined;
}

/** The message stands before the frames, and may hold lines that look like some. */
function framesOf({ stack = '', message }: Error): string {
  const start = stack.indexOf(message);
  return stack
    .slice(start < 0 ? 0 : start + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, shownFrames)
    .map(toSource)
    .join(' < ');
}

/** An error that says of itself that no retry mends it. */
export function isLasting(error: unknown): error is Fault {
  return error instanceof Fault && error.lasting;
}
