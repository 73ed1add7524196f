import { readMerchant } from '../../infra/merchant.ts';
import { onlyWord, readArguments } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { merchantLines } from './merchant-lines.ts';

const help = `Checks a merchant's file, and shows what it says. Nothing is deployed.

  npm run -s merchant -- <merchant>     merchant: a file of infra/merchants, without .json

Each fault is told with its path, what stands there, what is allowed, and what may have been meant. docs/onboard.md has each field.`;

await runScript({
  command: 'npm run merchant',
  help,
  read: () => readArguments({ help: { type: 'boolean', short: 'h' } }),
  run: async ({ words }) => {
    const name = onlyWord(words, 'Say which merchant: npm run -s merchant -- <merchant>.');
    const merchant = readMerchant(name);
    console.log([`${name}.json: no fault`, '', ...merchantLines(merchant)].join('\n'));
  },
});
