/** From 23:00 to 08:00 by the merchant's clocks only what cannot wait rings. @param time - `HH:mm`. */
export function isQuiet(time: string): boolean {
  return time >= '23:00' || time < '08:00';
}
