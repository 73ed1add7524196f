import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { roles } from '#shared/returns/acts/roles.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { fetchDemoToken } from './demo-token.ts';
import { findDeployed, localClient } from './read-outputs.ts';
import { roleOf } from './role-option.ts';

const help = `Prints a token for the API that npm start deployed, and nothing else.

  npm run -s token -- --role <role>     role: ${roles.join(', ')}

  TOKEN=$(npm run -s token -- --role agent)
  curl -H "authorization: Bearer $TOKEN" "<apiUrl>/cases/<case key>"

apiUrl is in .local/outputs.json. The token holds for an hour.`;

function readValues() {
  const { role, help: isHelp } = readOptions({ role: { type: 'string' }, help: { type: 'boolean', short: 'h' } });
  return { help: isHelp, role: role === undefined ? undefined : roleOf(role) };
}

function nobody(): never {
  throw new Error(`Say who: --role ${roles.join(' | ')}`);
}

await runScript({
  command: 'npm run token',
  help,
  read: readValues,
  run: async ({ role = nobody() }) => {
    const outputs = await findDeployed();
    const client = new CognitoIdentityProviderClient(localClient(outputs));
    console.log(await fetchDemoToken(client, { ...outputs, role }));
  },
});
