import type { Delivery, Observed, Observer } from '#shared/sources/source.ts';
import { plainObserver } from './plain-observer.ts';

type Read = (delivery: Delivery) => Observed;

/** The plain source as a test wants it to read, until it is mended. Each reading has a revision of its own. */
export function mendableAdapter(first: Read) {
  let adapter: Observer = { ...plainObserver, observe: first };
  return {
    observerOf: (): Observer => adapter,
    mend: (read: Read = adapter.observe as Read): void => {
      adapter = { ...adapter, revision: adapter.revision + 1, observe: read };
    },
  };
}

/** As the plain source reads it. */
export function readPlainly({ body }: Pick<Delivery, 'body'>): Observed {
  return { kind: 'sayings', sayings: JSON.parse(Buffer.from(body).toString()) };
}
