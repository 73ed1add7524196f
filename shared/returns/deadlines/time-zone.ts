const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds: asked of the zone's rules, which takes its time. */
function askedOffset(millis: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  const name = format.formatToParts(millis).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** Of each week that was asked for: its one offset, or none where its clocks are changed. No zone changes them and back within a week. */
const weeks = new Map<string, number | undefined>();

function offsetAt(millis: number, timeZone: string): number {
  const week = Math.floor(millis / weekMs);
  const name = `${timeZone} ${week}`;
  if (!weeks.has(name)) {
    const [first, last] = [week, week + 1].map((each) => askedOffset(each * weekMs, timeZone));
    weeks.set(name, first === last ? first : undefined);
  }
  return weeks.get(name) ?? askedOffset(millis, timeZone);
}

/** What a zone's clocks show at a moment, as if they showed UTC. */
export function wallTimeOf(millis: number, timeZone: string): number {
  return millis + offsetAt(millis, timeZone);
}

/** When a zone's clocks show that: of two times the first; of a time that they leap over, the leap. */
export function momentOf(wall: number, timeZone: string): number {
  const offsets = [offsetAt(wall - dayMs, timeZone), offsetAt(wall + dayMs, timeZone)];
  const moments = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
  const shown = moments.find((each) => wallTimeOf(each, timeZone) === wall);
  return shown ?? leapBetween(moments as [number, number], wall, timeZone);
}

/** The first moment at which the clocks show a later time: they do so at the end, and not yet at the begin. */
function leapBetween([begin, end]: readonly [number, number], wall: number, timeZone: string): number {
  let [before, after] = [begin, end];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    [before, after] = wallTimeOf(middle, timeZone) < wall ? [middle, after] : [before, middle];
  }
  return after;
}
