import { describe, expect, it } from 'vitest';
import { readMerchant } from '../../infra/merchant.ts';
import { whatEmulatorCannotDeploy, whatEmulatorChanges } from '../../infra/what-emulator-differs.ts';
import { ofType, type Resource, synthesize } from './synthesize.ts';

const listed: string[] = Object.values(whatEmulatorCannotDeploy).flat();

function differenceOf(name: string) {
  const merchant = readMerchant(name);
  const aws = synthesize(merchant);
  const emulator = synthesize(merchant, { isEmulator: true });
  const all = (synth: typeof aws): Record<string, Resource> => ({ ...synth.data, ...synth.returns });
  const missing = Object.entries(all(aws)).filter(([id]) => !(id in all(emulator)));
  const added = Object.keys(all(emulator)).filter((id) => !(id in all(aws)));
  const changed = Object.entries(all(emulator)).filter(
    ([id, each]) => JSON.stringify(withoutListed(each)) !== JSON.stringify(withoutListed(all(aws)[id])),
  );
  return { missing: missing.map(([, { Type }]) => Type), added, changed: changed.map(([id]) => id) };
}

/** A resource without the properties that the list says are changed. */
function withoutListed(resource: Resource | undefined): Resource | undefined {
  const properties = Object.values(whatEmulatorChanges)
    .filter(({ type }) => type === resource?.Type)
    .map(({ property }) => property as string);
  return (
    resource && {
      ...resource,
      Properties: Object.fromEntries(
        Object.entries(resource.Properties).filter(([name]) => !properties.includes(name)),
      ),
    }
  );
}

describe('the emulator switch', () => {
  it('lets each queue be read by two batches at once, and AWS by as many as its mapping says', () => {
    const mostOf = (isEmulator: boolean) =>
      ofType(synthesize(readMerchant('demo'), { isEmulator }).returns, 'AWS::Lambda::EventSourceMapping')
        .map(
          ([, { Properties }]) =>
            (Properties.ScalingConfig as { MaximumConcurrency: number } | undefined)?.MaximumConcurrency,
        )
        .filter((most) => most !== undefined);

    expect(new Set(mostOf(true))).toEqual(new Set([2]));
    expect(Math.max(...mostOf(false))).toBe(10);
  });

  it('leaves out the listed types, adds nothing and changes nothing else in the demo', () => {
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
