import { channelRoles, type SourceAbout } from '../about.ts';

/** Standard Webhooks 1.0.0: senders without a format of their own. They tell all by themselves. */
export const standardAbout = {
  source: 'standard',
  roles: channelRoles,
  tells: {
    store: ['messages', 'stops'],
    warehouse: ['stops', 'acknowledgements'],
    'help-desk': ['messages', 'stops', 'write-ups'],
  },
  secrets: { signing: 'whsec_ and base64 of 24 to 64 bytes, or whpk_ and an ed25519 public key' },
} satisfies SourceAbout;
