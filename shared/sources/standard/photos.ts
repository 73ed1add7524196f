import * as z from 'zod';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { goodsIdOf } from '#shared/returns/goods/goods.ts';
import { digest } from '#shared/returns/record/digest.ts';
import type { PersonalData } from '../source.ts';
import { secureLink } from './fields.ts';

const mostPhotos = 100;

export const photoLinks = z
  .array(secureLink)
  .max(mostPhotos, `must have at most ${mostPhotos} links`)
  .exactOptional()
  .describe(
    'pictures; the links are kept apart as personal data, but for how many there are and a hash over them in their order',
  );

/** A report on goods, and apart from it what may show people. */
export interface Pictured {
  readonly fact: GoodsFact;
  readonly person?: PersonalData;
}

/** The links stand under the report's own name, so that a later word on the same report takes the place of its links only. */
export function withPhotos(fact: GoodsFact, links: readonly string[]): Pictured {
  if (links.length === 0) {
    return { fact };
  }
  const photos = { count: links.length, hash: digest(...links) };
  return { fact: { ...fact, photos }, person: { [`photos/${goodsIdOf(fact)}`]: links } };
}
