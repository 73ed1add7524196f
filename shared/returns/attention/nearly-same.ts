/** Numbers that are shorter are alike by chance. */
const shortest = 8;

/** Whether two numbers differ as somebody who types one mistakes it: one character another, missing or too many, or two that change places. */
export function isNearlySame(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long || short.length < shortest || long.length - short.length > 1) {
    return false;
  }
  const at = [...short].findIndex((char, index) => char !== long[index]);
  const from = at < 0 ? short.length : at;
  if (short.length < long.length) {
    return short.slice(from) === long.slice(from + 1);
  }
  const isOther = short.slice(from + 1) === long.slice(from + 1);
  const isSwapped = short[from] === long[from + 1] && short[from + 1] === long[from];
  return isOther || (isSwapped && short.slice(from + 2) === long.slice(from + 2));
}
