import { App } from 'aws-cdk-lib';
import { buildStacks } from './build-stacks.ts';
import { bundleMerchant } from './bundle-merchant.ts';
import { readMerchant } from './merchant.ts';

/**
 * Context: `merchant` names a file in infra/merchants (`demo` when absent); `emulator=true` leaves out
 * and changes what infra/what-emulator-differs.ts lists, and nothing else.
 */
const app = new App();
const merchant = readMerchant(app.node.tryGetContext('merchant') ?? 'demo');
const isEmulator = String(app.node.tryGetContext('emulator')) === 'true';

buildStacks(app, { merchant, isEmulator, merchantFile: bundleMerchant(app.outdir, merchant) });
