import type { SettingFault } from '#shared/sources/about.ts';
import { foldedName } from './folded-name.ts';

/** By which names carriers are known, and which codes warehouses and stores have for carriers and warehouses. */
export interface CheckedCodes {
  readonly carriers: readonly { readonly code: string; readonly names: readonly string[] }[];
  readonly warehouses: readonly {
    readonly id: string;
    readonly carrierCodes: Readonly<Record<string, string>>;
    readonly platformAddressIds: Readonly<Record<string, string>>;
  }[];
}

/** What stands for two things, of which the first would always be taken; and codes that would never be looked up. */
export function codeFaults({ carriers, warehouses }: CheckedCodes): SettingFault[] {
  const codes = carriers.map(({ code }) => code);
  return [
    ...carriers.flatMap((carrier, index) => carrierFaults(carrier, index, carriers.slice(0, index))),
    ...addressFaults(warehouses),
    ...warehouses.flatMap((warehouse, index) => unlistedCodes(warehouse, index, codes)),
  ];
}

type Carrier = CheckedCodes['carriers'][number];

function carrierFaults({ code, names }: Carrier, index: number, others: readonly Carrier[]): SettingFault[] {
  const path = ['carriers', index];
  const twice: SettingFault = { path: [...path, 'code'], message: 'is there twice; put all its names into one' };
  const taken = names.flatMap((name, n): SettingFault[] => {
    const other = others.find((each) => each.code !== code && namesOf(each).includes(foldedName(name)));
    const message = `is a name of carrier ${other?.code}, too; a name stands for one carrier`;
    return other ? [{ path: [...path, 'names', n], message }] : [];
  });
  return [...(others.some((each) => each.code === code) ? [twice] : []), ...taken];
}

function namesOf({ code, names }: Carrier): string[] {
  return [code, ...names].map(foldedName);
}

/** A merchant that lists no carriers goes by the usual codes (shared/sources/chinese-carriers.ts). */
function unlistedCodes(
  { carrierCodes }: CheckedCodes['warehouses'][number],
  index: number,
  known: readonly string[],
): SettingFault[] {
  const unlisted = Object.keys(carrierCodes).filter((code) => known.length > 0 && !known.includes(code));
  return unlisted.map((word) => ({
    path: ['warehouses', index, 'carrierCodes', word],
    message: `${word} is no code in carriers; correct it, or list it there`,
    unknown: { word, known },
  }));
}

/** A store's return address is one warehouse. */
function addressFaults(warehouses: CheckedCodes['warehouses']): SettingFault[] {
  const before = new Map<string, string>();
  return warehouses.flatMap(({ id, platformAddressIds }, index) =>
    Object.entries(platformAddressIds).flatMap(([platform, address]) => {
      const name = JSON.stringify([platform, address]);
      const other = before.get(name);
      before.set(name, other ?? id);
      const path = ['warehouses', index, 'platformAddressIds', platform];
      return other === undefined ? [] : [{ path, message: `is the address of warehouse ${other}, too` }];
    }),
  );
}
