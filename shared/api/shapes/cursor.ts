import * as z from 'zod';

const maxBytes = 1024;

/** Where a page ended, packed so that nobody reads a meaning into it, or makes one up. */
export const cursor = z
  .string()
  .transform((text, { addIssue }) => {
    const place = unpacked(text);
    if (place === undefined) {
      addIssue({ code: 'custom', message: 'cursor', input: text });
      return z.NEVER;
    }
    return place;
  })
  .meta({ description: 'what an answer before gave, unchanged' });

export function packed(place: string): string {
  return Buffer.from(place).toString('base64url');
}

function unpacked(text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64url');
  const place = bytes.toString();
  return packed(place) === text && bytes.length > 0 && bytes.length <= maxBytes ? place : undefined;
}
