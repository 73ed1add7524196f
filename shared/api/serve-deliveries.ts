import { deliveryIdsIn } from './delivery-ids.ts';
import { type DeliveryList, type DeliveryLookup, type DeliveryQuery, deliveryLists } from './ports.ts';
import { type ApiReply, jsonReply, problemReply } from './problem.ts';

type Texts = Readonly<Record<string, string>>;

const usualPerPage = '50';
const mostPerPage = 100;
const maxPlaceBytes = 1024;
/** Of a source's or a channel's name, as the merchant's file has it. */
const nameForm = /^[a-z0-9][a-z0-9-]{0,30}$/;

/** A page of the deliveries that a person may have to look at, oldest first: whose each is and why, nothing of what it says. */
export async function listDeliveries(lookup: DeliveryLookup, asked: Texts): Promise<ApiReply> {
  const query = queryOf(asked);
  if (!query) {
    return problemReply('wrongListing');
  }
  const { entries, after } = await lookup.list(query);
  return jsonReply({ deliveries: entries, ...(after !== undefined && { after: packPlace(after) }) });
}

/** One delivery by its sender's own id, and what came of it. */
export async function showDelivery(
  lookup: DeliveryLookup,
  { source = '', channel = '', id = '' }: Texts,
): Promise<ApiReply> {
  const ids = nameForm.test(source) && nameForm.test(channel) ? deliveryIdsIn(id) : [];
  for (const each of ids) {
    const entry = await lookup.find({ source, channel, id: each });
    if (entry) {
      return jsonReply(entry);
    }
  }
  return problemReply('unknownDelivery');
}

function queryOf({
  outcome = 'not-understood',
  source,
  limit = usualPerPage,
  after,
}: Texts): DeliveryQuery | undefined {
  const place = after === undefined ? undefined : unpackPlace(after);
  const isPlaced = after === undefined || place !== undefined;
  const count = /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  const isCounted = count > 0 && count <= mostPerPage;
  return isList(outcome) && isCounted && isPlaced ? { list: outcome, source, limit: count, after: place } : undefined;
}

function isList(text: string): text is DeliveryList {
  return (deliveryLists as readonly string[]).includes(text);
}

/** So that nobody reads a meaning into it, or makes one up. */
function packPlace(place: string): string {
  return Buffer.from(place).toString('base64url');
}

function unpackPlace(text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64url');
  const place = bytes.toString();
  const isWhole = packPlace(place) === text;
  return isWhole && bytes.length > 0 && bytes.length <= maxPlaceBytes ? place : undefined;
}
