import { parseArgs } from 'node:util';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { roles } from '#shared/returns/acts/roles.ts';
import { runScript } from '../run/run-script.ts';
import { fetchDemoToken } from './demo-token.ts';
import { localClient, readOutputs } from './read-outputs.ts';

const help = `Prints a token for the API that npm start deployed, and nothing else.

  npm run -s token -- --role <role>     role: ${roles.join(', ')}

  TOKEN=$(npm run -s token -- --role agent)
  curl -H "authorization: Bearer $TOKEN" "<apiUrl>/cases/<case key>"

apiUrl is in .local/outputs.json. The token holds for an hour.`;

function nobody(): never {
  throw new Error(`Say who: --role ${roles.join(' | ')}`);
}

await runScript({
  name: 'token',
  help,
  read: () => parseArgs({ options: { role: { type: 'string' }, help: { type: 'boolean', short: 'h' } } }).values,
  run: async (values) => {
    const role = values.role ?? nobody();
    const outputs = readOutputs();
    const client = new CognitoIdentityProviderClient(localClient(outputs));
    console.log(await fetchDemoToken(client, { ...outputs, role }));
  },
});
