import { describe, expect, it } from 'vitest';
import { whatEmulatorCannotDeploy } from '../../infra/local/what-emulator-cannot-deploy.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { type Resource, synthesize } from './synthesize.ts';

const listed: string[] = Object.values(whatEmulatorCannotDeploy).flat();

function differenceOf(name: string) {
  const merchant = readMerchant(name);
  const aws = synthesize(merchant);
  const emulator = synthesize(merchant, { isEmulator: true });
  const all = (synth: typeof aws): Record<string, Resource> => ({ ...synth.data, ...synth.returns });
  const missing = Object.entries(all(aws)).filter(([id]) => !(id in all(emulator)));
  const added = Object.keys(all(emulator)).filter((id) => !(id in all(aws)));
  const changed = Object.entries(all(emulator)).filter(
    ([id, each]) => JSON.stringify(each) !== JSON.stringify(all(aws)[id]),
  );
  return { missing: missing.map(([, { Type }]) => Type), added, changed: changed.map(([id]) => id) };
}

describe('the emulator switch', () => {
  it('leaves out the listed types, adds nothing and changes nothing in the demo', () => {
    expect(differenceOf('demo')).toEqual({ missing: ['AWS::Events::Archive'], added: [], changed: [] });
  });

  it('changes nothing but the functions in the network that is left out', () => {
    const { missing, added, changed } = differenceOf('lanyu');
    expect([...new Set(missing)].sort()).toEqual([...listed].sort());
    expect(added).toEqual([]);
    expect(changed.map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'ReadingReadStoreRoleDefaultPolicy',
      'ReadingReadStoreFunction',
      'ReadingReconcileStoresRoleDefaultPolicy',
      'ReadingReconcileStoresFunction',
      'FollowingFollowParcelRoleDefaultPolicy',
      'FollowingFollowParcelFunction',
      'DeliveringDeliverToWarehouseRoleDefaultPolicy',
      'DeliveringDeliverToWarehouseFunction',
    ]);
  });
});
