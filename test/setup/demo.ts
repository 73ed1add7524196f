import { deployMerchant } from '../../tools/emulator/deploy.ts';

/**
 * Deploys the demo to the emulator, once for all projects of a run; tests find it by `readOutputs()`.
 * `BACKHAUL_DEPLOYED` says at which emulator it is already: as `npm start` left it, too.
 */
export async function setup(): Promise<void> {
  const { AWS_ENDPOINT_URL: endpoint = '', BACKHAUL_DEPLOYED: deployed } = process.env;
  if (deployed !== endpoint) {
    await deployMerchant({ endpoint, onProgress: (line) => console.error(line) });
    process.env.BACKHAUL_DEPLOYED = endpoint;
  }
}
