/** A name as it is compared, since people write it in several ways: its case, its width and the blanks around it do not matter. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
