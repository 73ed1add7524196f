import { Fault } from '#shared/fault/fault.ts';
import type { SigningSecrets, Verification } from '#shared/sources/source.ts';

export type SecretRead =
  | { readonly kind: 'found'; readonly secrets: SigningSecrets }
  | { readonly kind: 'absent' }
  /** There is one, and it is not of the form that a secret must have. */
  | { readonly kind: 'malformed'; readonly fault: Fault };

export interface SecretReader {
  /** Throws when the secret may exist but cannot be read. */
  read(source: string, channel: string): Promise<SecretRead>;
}

export type CheckSignature = (
  source: string,
  channel: string,
  verify: (secrets: SigningSecrets) => Verification,
) => Promise<Verification>;

interface Entry {
  secrets: SigningSecrets | undefined;
  rereadAt: number;
  /** Why we may not know the newest secret, so that a mismatch may be our own ignorance. */
  doubt: Fault | undefined;
}

const rereadEveryMs = 60_000;
/** Stands where there is no secret, so that the same work is done; what it verifies is refused all the same. */
const noSecret: SigningSecrets = { current: Buffer.alloc(32, 0x5a).toString('base64') };

/**
 * Verifies with a channel's secrets, kept in the container. A mismatch makes them be read again, at most once a minute a channel.
 * @param nowMs - Unix time in milliseconds.
 * @throws Fault where a signature can be neither confirmed nor called wrong: `secrets-unreachable` where the newest secret cannot be read,
 * `secret-malformed` where it is none.
 */
export function createSignatureCheck(reader: SecretReader, nowMs: () => number): CheckSignature {
  const entries = new Map<string, Entry>();
  return async (source, channel, verify) => {
    const name = `${source}/${channel}`;
    const read = () => readSecrets(reader, source, channel);
    const kept = entries.get(name);
    const entry = kept ?? entryOf(await read());
    entries.set(name, entry);
    const first = verifyWith(entry.secrets, verify);
    if (first.ok) {
      return first;
    }
    const isChanged = kept !== undefined && (await reread(kept, nowMs(), read));
    if (entry.doubt) {
      throw entry.doubt;
    }
    return proven(name, isChanged ? verifyWith(entry.secrets, verify) : first);
  };
}

function entryOf(read: SecretRead): Entry {
  return {
    secrets: read.kind === 'found' ? read.secrets : undefined,
    rereadAt: Number.NEGATIVE_INFINITY,
    doubt: read.kind === 'malformed' ? read.fault : undefined,
  };
}

/** What was kept stays where there is nothing better. @returns whether other secrets than before are there now. */
async function reread(entry: Entry, nowMs: number, read: () => Promise<SecretRead>): Promise<boolean> {
  // Either way from the last time: a clock that was put back must not stop the reading.
  if (Math.abs(nowMs - entry.rereadAt) < rereadEveryMs) {
    return false;
  }
  // Before the call: a failing one counts too, or an outage would turn every forgery into a call.
  const doubt = unreachable('the last re-read of this secret failed less than a minute ago');
  Object.assign(entry, { rereadAt: nowMs, doubt });
  const fresh = entryOf(await read());
  if (fresh.doubt) {
    entry.doubt = fresh.doubt;
    return false;
  }
  const { secrets: before } = entry;
  const { secrets } = fresh;
  Object.assign(entry, { secrets, doubt: undefined });
  return secrets?.current !== before?.current || secrets?.previous !== before?.previous;
}

async function readSecrets(reader: SecretReader, source: string, channel: string): Promise<SecretRead> {
  try {
    return await reader.read(source, channel);
  } catch (cause) {
    throw unreachable('a signing secret cannot be read', cause);
  }
}

function unreachable(what: string, cause?: unknown): Fault {
  const advice = 'look whether Secrets Manager answers, and whether receive-webhook may read this secret';
  return new Fault('secrets-unreachable', what, { advice, cause });
}

function verifyWith(
  secrets: SigningSecrets | undefined,
  verify: (secrets: SigningSecrets) => Verification,
): Verification {
  const verification = verify(secrets ?? noSecret);
  return secrets ? verification : { ok: false, reason: 'the channel has no secret' };
}

/** @throws Fault where not the sender is at fault but what we have as its secret. */
function proven(name: string, verification: Verification): Verification {
  if (!verification.ok && verification.wantedSecret) {
    const advice = `put into the secret of ${name}, as current and as previous (or null there): ${verification.wantedSecret}`;
    throw new Fault('secret-malformed', `the secret of ${name} is no key of its sender`, { advice });
  }
  return verification;
}
