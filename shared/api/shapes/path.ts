import { text } from '#shared/returns/record/values.ts';

/** What parts of paths are. */
export const casePath = {
  key: text.meta({
    description: '`<source>:<shop>:<case id>`, URL-encoded; twice where `/`, `?` or `#` is in it',
    example: 'standard:main:RMA-1001',
  }),
};

export const parcelPath = {
  number: text.meta({ description: 'a tracking number, or a label as it was scanned', example: 'SF1234567890' }),
};

export const deliveryPath = {
  source: text.meta({ description: 'who speaks, by their adapter', example: 'standard' }),
  channel: text.meta({ description: "the channel, as the merchant's file names it", example: 'own-store' }),
  id: text.meta({ description: "the sender's own id, or its hash, URL-encoded", example: 'msg_2x' }),
};
