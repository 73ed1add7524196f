import * as z from 'zod';
import { type ConnectorAbout, isOpen } from '../about.ts';

/** Where signed announcements are posted. */
const settings = z.strictObject({ url: z.url() });

/** A WMS that is posted to (docs/http-warehouse.md). */
export const httpAbout = {
  connector: 'http',
  settings,
  calling: { secret: { own: 'whsec_ and base64 of 24 to 64 bytes, which signs our calls' }, tellsSender: false },
  faultsOf({ own }, around) {
    return [
      ...(own ? [] : [{ path: ['http'], message: 'connector http needs http.url' }]),
      ...(isOpen(own?.url, around) ? [{ path: ['http', 'url'], message: 'must be https outside a demo' }] : []),
    ];
  },
} satisfies ConnectorAbout<z.output<typeof settings>>;
