/** A status that is a number says nothing to people: it is named as a code, for whoever looks it up at the platform. */
export function isBareNumber(status: string): boolean {
  return /^-?\d+$/.test(status);
}
