import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { type SilenceDeps, type SilentSource, silentSources } from './silent-sources.ts';

/** Which shops are silent, for whoever is asked that every few seconds. */
export interface SilenceWatch {
  read(): Promise<readonly SilentSource[]>;
}

interface Options extends SilenceDeps {
  readonly now: () => Instant;
  /** What was read so lately is not read again. Listing itself comes by every few minutes. */
  readonly freshMs?: number;
}

/** One for each container: a cursor of each shop that is read costs a unit, and is read once a minute, however many ask. */
export function createSilenceWatch({ now, freshMs = 60_000, ...deps }: Options): SilenceWatch {
  let last: { readonly at: Instant; readonly reading: Promise<readonly SilentSource[]> } | undefined;
  return {
    read: async () => {
      const at = now();
      if (!last || at < last.at || at >= addMillis(last.at, freshMs)) {
        const reading = silentSources(deps);
        last = { at, reading };
        // What could not be read is read anew by whoever comes next.
        reading.catch(() => {
          last = undefined;
        });
      }
      return await last.reading;
    },
  };
}
