import { cleaned } from '#shared/identifiers/cleaned.ts';

/** A name as it is compared, since people write it in several ways: its case, its width, what nobody sees in it and the blanks around it do not matter. */
export function foldedName(name: string): string {
  return cleaned(name.normalize('NFKC')).toLowerCase();
}
