import type * as z from 'zod';
import type { ConnectorAbout, Place } from './about.ts';
import { allAbouts } from './all-abouts.ts';

type Abouts = typeof allAbouts;
export type ConnectorName = keyof Abouts;

/** What each connector that has settings wants under its own name. */
type OwnSettings = {
  [Name in ConnectorName as Abouts[Name] extends { settings: z.ZodType } ? Name : never]: Abouts[Name] extends {
    settings: infer Settings extends z.ZodType;
  }
    ? z.ZodOptional<Settings>
    : never;
};

export const connectorNames = Object.keys(allAbouts) as ConnectorName[];

/** The fields of a warehouse in the merchant's file that belong to connectors. */
export const ownSettings = Object.fromEntries(
  Object.entries<ConnectorAbout>(allAbouts).flatMap(([name, { settings }]) =>
    settings ? [[name, settings.optional()]] : [],
  ),
) as unknown as OwnSettings;

/** What a connector is. */
export function connectorAboutOf(name: ConnectorName): ConnectorAbout {
  return allAbouts[name];
}

/** A warehouse of the merchant's file as its connector looks at it. */
export function placeOf(
  warehouse: Omit<Place<unknown>, 'own'> & { readonly connector: ConnectorName },
): Place<unknown> {
  const fields: Readonly<Record<string, unknown>> = { ...warehouse };
  return { ...warehouse, own: fields[warehouse.connector] };
}
