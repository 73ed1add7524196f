import type { SourceAbout } from '../about.ts';

/** Qimen 奇门: what a WMS reports of one warehouse (platforms-cn.md, 4). What it is told: shared/warehouses/qimen. */
export const qimenAbout = {
  source: 'qimen',
  roles: ['warehouse'],
  secrets: { signing: 'the secret of the app at Qimen, which signs both ways' },
} satisfies SourceAbout;
