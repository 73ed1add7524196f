export type Log = (text?: string) => void;

/** Prints lines with the time since the start in front. */
export function openLog(startedAt = Date.now()): Log {
  return (text = '') => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    console.log(text === '' ? '' : `${clock.padStart(5)}  ${text}`);
  };
}

const resourceDone = /\|\s+(\d+)\/(\d+)\s+\|.*\|\s*(?:CREATE|UPDATE)_COMPLETE\s*\|/;
const milestones = [/^\s*✅/, /❌|failed:/, /^\S+: (?:creating|updating) /];
const everyMs = 5_000;

/** Picks from all that the CDK prints what a person wants to see: its milestones, and now and then how far it is. */
export function deployProgress(log: Log): (line: string) => void {
  let lastAt = 0;
  return (line) => {
    const done = resourceDone.exec(line);
    if (done && Date.now() - lastAt < everyMs) {
      return;
    }
    if (done) {
      lastAt = Date.now();
      log(`   ${done[1]} of ${done[2]} resources`);
    } else if (milestones.some((each) => each.test(line))) {
      log(`   ${line.trim()}`);
    }
  };
}
