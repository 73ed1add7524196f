import type { Episode, Seeded, Stray } from '../episode.ts';

function strayEpisode(
  name: string,
  stray: Omit<Stray, 'name'>,
  live: (...args: Parameters<Episode['live']>) => Promise<string>,
): Episode {
  return {
    name,
    live: async (stage): Promise<Seeded> => ({ cases: [], strays: [{ ...stray, name: await live(stage) }] }),
  };
}

/** What nobody can say the case of. */
export const strayEpisodes: readonly Episode[] = [
  strayEpisode(
    'rubbish',
    { list: 'not-understood', title: { en: 'A webhook whose type nobody knows', 'zh-CN': '一条类型未知的消息' } },
    async (stage) => {
      const id = `msg_${stage.cast.run}_dreamt`;
      const at = stage.ago(4);
      await stage.cast.sender.tell('own-store', 'return.dreamt', { caseId: `RMA-${stage.nextName()}` }, { at, id });
      return id;
    },
  ),
  strayEpisode(
    'nobodys-ticket',
    { list: 'unmatched', title: { en: 'A ticket for a case that nobody told of', 'zh-CN': '一张找不到售后单的工单' } },
    async (stage) => {
      const id = `msg_${stage.cast.run}_ticket`;
      const ticket = { caseId: `standard:main:RMA-${stage.nextName()}`, url: 'https://desk.example.com/t/20417' };
      await stage.cast.sender.tell('help-desk', 'ticket.linked', ticket, { at: stage.ago(2), id });
      return id;
    },
  ),
];
