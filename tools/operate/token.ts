import { roles } from '#shared/returns/acts/roles.ts';
import { didYouMean } from '../../infra/did-you-mean.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { openDemoTokens } from './demo-tokens.ts';
import { findDeployed } from './read-outputs.ts';
import { roleOf } from './role-option.ts';

const help = `Prints a token for the API that was deployed here, and nothing else.

  npm run -s token -- --role <role>                            role: ${roles.join(', ')}
  npm run -s token -- --group <oidcGroup of a team>
  npm run -s token -- --role <role> --merchant <merchant>      what npm run deploy:local deployed; else what npm start did

  TOKEN=$(npm run -s token -- --role agent)
  curl -H "authorization: Bearer $TOKEN" "<apiUrl>/cases/<case key>"

A team sees the cases of its shops only. apiUrl is in .local/outputs.json, of another merchant in .local/<merchant>/outputs.json. The token
holds for an hour. Where the merchant's file names an issuer instead of demo-user-pool, ask that issuer for a token: on AWS, too.`;

const options = {
  role: { type: 'string' },
  group: { type: 'string' },
  merchant: { type: 'string', default: 'demo' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof readValues>;

function readValues() {
  return readOptions(options);
}

/** A role's group has the role's name; a team's is in the merchant's file. */
function groupOf({ role, group, merchant }: Values): string {
  const groups = [...new Set(readMerchant(merchant).teams.map(({ oidcGroup }) => oidcGroup))];
  if ((role === undefined) === (group === undefined)) {
    throw new Error(`Say who: --role ${roles.join(' | ')}, or --group ${groups.join(' | ') || '<none in this file>'}.`);
  }
  if (group !== undefined && !groups.includes(group)) {
    throw new Error(
      `No team of ${merchant} has the group "${group}"; there are: ${groups.join(', ') || 'none'}${didYouMean(group, groups)}`,
    );
  }
  return role === undefined ? (group ?? '') : roleOf(role);
}

await runScript({
  command: 'npm run token',
  help,
  read: readValues,
  run: async (values) => {
    const group = groupOf(values);
    const tokenOf = openDemoTokens(await findDeployed(values.merchant));
    console.log(await tokenOf(group));
  },
});
