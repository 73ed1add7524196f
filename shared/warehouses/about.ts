import type * as z from 'zod';
import type { PreAdviceNeeds } from '#shared/returns/warehouse/warehouse-rules.ts';
import type { SettingFault } from '#shared/sources/about.ts';

/** A warehouse as a connector may look at it in the merchant's file. */
export interface Place<Own> {
  readonly id: string;
  readonly ownerCode?: string | undefined;
  readonly skuMap: Readonly<Record<string, string>>;
  /** What stands there under the connector's own name. */
  readonly own: Own | undefined;
}

/** What else of the file a connector may look at. */
export interface Around {
  /** `warehouses`: the ids of those that speak there. */
  readonly channels: readonly { readonly source: string; readonly warehouses: readonly string[] }[];
  readonly demo: boolean;
}

/** How a WMS is called that reads no queue. */
export interface AboutCalling {
  /** What signs the calls, for whoever puts it there: a secret of the warehouse's own; or that of its channel of a source, the way in. */
  readonly secret: { readonly own: string } | { readonly ofChannel: string };
  /** It is told who sends, where the warehouse's `senderMasking` lets it. */
  readonly tellsSender: boolean;
}

/** What a connector is and needs, for the merchant's file, for policy and for what is deployed; what it says stands in the other files of its folder. */
export interface ConnectorAbout<Own = unknown> {
  /** The name of its folder. */
  readonly connector: string;
  /** Undefined where only the WMS reads: its queue is all that there is. */
  readonly calling?: AboutCalling;
  /** What a warehouse of it has in the merchant's file under the connector's name. */
  readonly settings?: z.ZodType<Own>;
  /** What is wrong with the settings of a warehouse of it. */
  faultsOf?(place: Place<Own>, around: Around): readonly SettingFault[];
  /** Without which nothing can be announced to it; undefined where it takes what there is. */
  needsOf?(place: Place<Own>): PreAdviceNeeds;
}

/** What of the merchant's file goes over the wire in the open. */
export function isOpen(url: string | undefined, { demo }: Around): boolean {
  return !demo && url !== undefined && !url.startsWith('https://');
}
