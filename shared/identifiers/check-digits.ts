/*
 * The check digits that carriers publish. Each function takes a whole number with its check digit at its place, already in the form that the carrier gives it.
 * Checked against the numbers of github.com/jkeen/tracking_number_data.
 */

/** GS1, USPS and FedEx Ground: weights 3 and 1 in turn from the right, the sum with the check digit a multiple of 10 (GS1 General Specifications, 7.9). */
export function isModulo10(digits: string): boolean {
  return sumOf([...digits].reverse(), [1, 3]) % 10 === 0;
}

/** FedEx Express, 12 digits: weights 3, 1, 7 in turn, modulo 11, of that the last digit. */
export function isFedexExpress(digits: string): boolean {
  return (sumOf([...digits.slice(0, -1)], [3, 1, 7]) % 11) % 10 === Number(digits.at(-1));
}

/** UPS, `1Z` and 16 characters: a letter counts as its code less 3, of that the last digit; weights 1 and 2 in turn, the sum with the check digit a multiple of 10. */
export function isUps(number: string): boolean {
  const values = [...number.slice(2)].map((each) => (/\d/.test(each) ? each : String((each.charCodeAt(0) - 3) % 10)));
  return (sumOf(values.slice(0, -1), [1, 2]) + Number(number.at(-1))) % 10 === 0;
}

/** UPU S10, two letters, nine digits, two letters: weights 8, 6, 4, 2, 3, 5, 9, 7, and 11 less the rest of 11, where 10 is 0 and 11 is 5. */
export function isS10(number: string): boolean {
  const check = 11 - (sumOf([...number.slice(2, 10)], [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return Number(number[10]) === (check === 11 ? 5 : check % 10);
}

/** DPD, a barcode or a number with its check character: ISO 7064, modulo 37,36 (DPD Parcel Label Specification). */
export function isDpd(number: string): boolean {
  const product = [...number.slice(0, -1)].reduce((last, each) => {
    const sum = (last + Number.parseInt(each, 36)) % 36 || 36;
    return (sum * 2) % 37;
  }, 36);
  return (product + Number.parseInt(number.at(-1) ?? '', 36)) % 36 === 1;
}

function sumOf(digits: readonly string[], weights: readonly number[]): number {
  return digits.reduce((sum, digit, place) => sum + Number(digit) * (weights[place % weights.length] ?? 0), 0);
}
