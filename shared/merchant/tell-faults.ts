import type { Need } from '#shared/returns/deadlines/clock.ts';
import type { ChannelRole, SettingFault } from '#shared/sources/about.ts';
import { sourceAboutOf } from '#shared/sources/abouts.ts';

export interface CheckedTells {
  readonly source: string;
  readonly role: ChannelRole;
  readonly tells?: readonly Need[] | undefined;
}

/** What a channel is said to tell, and cannot: of that no clock would ever be met. Paths begin at the channel. */
export function tellFaults({ source, role, tells = [] }: CheckedTells): SettingFault[] {
  const able = sourceAboutOf(source)?.tells?.[role] ?? [];
  return tells.flatMap((need, index): SettingFault[] => {
    const path = ['tells', index];
    if (!able.includes(need)) {
      const most = able.length > 0 ? `tells at most: ${able.join(', ')}` : 'tells none of these; take tells out';
      return [{ path, message: `a ${source} channel of a ${role} ${most}` }];
    }
    return tells.indexOf(need) < index ? [{ path, message: 'is there twice' }] : [];
  });
}
