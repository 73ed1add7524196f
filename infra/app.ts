import { App } from 'aws-cdk-lib';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { buildBoardPage } from './board-page.ts';
import { buildStacks } from './build-stacks.ts';
import { bundleMerchant } from './bundle-merchant.ts';
import { MerchantFileError, readMerchant } from './merchant.ts';

/**
 * Context: `merchant` names a file in infra/merchants (`demo` when absent); `emulator=true` leaves out
 * and changes what infra/what-emulator-differs.ts lists, and nothing else.
 */
const app = new App();
const merchant = readAsked(app.node.tryGetContext('merchant') ?? 'demo');
const isEmulator = String(app.node.tryGetContext('emulator')) === 'true';

buildStacks(app, {
  merchant,
  isEmulator,
  merchantFile: bundleMerchant(app.outdir, merchant),
  boardPage: await buildBoardPage(),
});

/** A wrong file is somebody's mistake and no crash: it ends with what to change, and not with a stack of ours. */
function readAsked(name: unknown): Merchant {
  try {
    return readMerchant(String(name));
  } catch (error) {
    if (!(error instanceof MerchantFileError)) {
      throw error;
    }
    process.stderr.write(`${error.message}\n`);
    // At once, or the app would write what it has: no stack at all.
    process.exit(1);
  }
}
