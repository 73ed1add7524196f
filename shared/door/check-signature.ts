import { Fault } from '#shared/fault/fault.ts';
import type { SigningSecrets, Verification } from '#shared/sources/source.ts';

export type SecretRead = { readonly kind: 'found'; readonly secrets: SigningSecrets } | { readonly kind: 'absent' };

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
  /** The last re-read failed, so a mismatch may be our own ignorance. */
  doubtful: boolean;
}

const rereadEveryMs = 60_000;
/** Stands where there is no secret, so that the same work is done; what it verifies is refused all the same. */
const noSecret: SigningSecrets = { current: Buffer.alloc(32, 0x5a).toString('base64') };

/**
 * Verifies with a channel's secrets, kept in the container. A mismatch makes them be read again, at most once a minute a channel.
 * @param nowMs - Unix time in milliseconds.
 * @throws Fault `secrets-unreachable` where the newest secret cannot be read, so that a signature can be neither confirmed nor called wrong.
 */
export function createSignatureCheck(reader: SecretReader, nowMs: () => number): CheckSignature {
  const entries = new Map<string, Entry>();
  return async (source, channel, verify) => {
    const name = `${source}/${channel}`;
    const kept = entries.get(name);
    if (!kept) {
      const entry = {
        secrets: await readSecrets(reader, source, channel),
        rereadAt: Number.NEGATIVE_INFINITY,
        doubtful: false,
      };
      entries.set(name, entry);
      return verifyWith(entry.secrets, verify);
    }
    const first = verifyWith(kept.secrets, verify);
    if (first.ok) {
      return first;
    }
    const fresh = await reread(kept, nowMs(), () => readSecrets(reader, source, channel));
    return fresh ? verifyWith(kept.secrets, verify) : first;
  };
}

/** @returns whether other secrets than before are there now. */
async function reread(entry: Entry, nowMs: number, read: () => Promise<SigningSecrets | undefined>): Promise<boolean> {
  // Either way from the last time: a clock that was put back must not stop the reading.
  if (Math.abs(nowMs - entry.rereadAt) < rereadEveryMs) {
    if (entry.doubtful) {
      throw unreachable('the last re-read of this secret failed less than a minute ago');
    }
    return false;
  }
  // Before the call: a failing one counts too, or an outage would turn every forgery into a call.
  Object.assign(entry, { rereadAt: nowMs, doubtful: true });
  const secrets = await read();
  const changed = secrets?.current !== entry.secrets?.current || secrets?.previous !== entry.secrets?.previous;
  Object.assign(entry, { secrets, doubtful: false });
  return changed;
}

async function readSecrets(reader: SecretReader, source: string, channel: string): Promise<SigningSecrets | undefined> {
  try {
    const read = await reader.read(source, channel);
    return read.kind === 'found' ? read.secrets : undefined;
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
