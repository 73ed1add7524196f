import type { Scenario } from '../../../test/scenarios/scenario.ts';

export function helpText(scenarios: readonly Scenario[]): string {
  return `Lets simulated stores, carriers and warehouses go through scenarios in which much goes wrong, and checks what Backhaul made of each.
Ends with 0 when everything arrived, with 1 and a list of what did not. All of them take some eight minutes on two cores.

  npm run scenarios                       all
  npm run scenarios -- --only a,c         only these; "" for none
  npm run scenarios -- --lang zh-CN       their timelines in Chinese

It deploys to a local AWS of its own; where one is up by npm start -- --quiet or npm run emulator and AWS_ENDPOINT_URL, to that.
npm start without --quiet has senders of its own, which need the same ports.

Scenarios:
${scenarios.map(({ letter, title }) => `  (${letter})  ${title}`).join('\n')}`;
}
