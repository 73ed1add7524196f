import type { Scenario } from '../../../test/scenarios/scenario.ts';
import type { LocalOutputs } from '../outputs.ts';

export function helpText(scenarios: readonly Scenario[]): string {
  return `Deploys the demo merchant to a local AWS and lets simulated stores, carriers and warehouses speak to it.

  npm start                     deploy, run all scenarios, print their timelines, stay up until Ctrl-C
  npm start -- --once           the same, then end: 0 when everything arrived, 1 with a list of what did not
  npm start -- --only a,c       only these scenarios; "" for none
  npm start -- --lang zh-CN     timelines in Chinese

Where AWS_ENDPOINT_URL is set, that emulator is used; otherwise one is installed under .local and started.

Scenarios:
${scenarios.map(({ letter, title }) => `  (${letter})  ${title}`).join('\n')}`;
}

/** Where everything is, for whoever wants to go on by hand. */
export function whereText({ endpoint, webhooksUrl, apiUrl }: LocalOutputs, caseKey: string): string {
  return `Where things are
  the local AWS     ${endpoint}   (any AWS SDK or CLI, any keys)
  webhooks          ${webhooksUrl}/{source}/{channel}
  cases             ${apiUrl}/cases/{key}
  all names         .local/outputs.json: queues, table, bus, shops, and the secrets that senders sign with

  TOKEN=$(npm run -s token -- --role agent)
  curl -H "authorization: Bearer $TOKEN" '${apiUrl}/cases/${encodeURIComponent(caseKey)}/timeline?lang=en'`;
}
