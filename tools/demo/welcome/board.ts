import { padTo, widthOf } from '#shared/api/text-width.ts';
import type { Locale, Texts } from '#shared/words/locale.ts';
import { demoPassword } from '../../operate/demo-password.ts';
import { openDemoTokens } from '../../operate/demo-tokens.ts';
import type { LocalOutputs } from '../../operate/outputs.ts';
import { type FrontDesk, openFrontDesk } from '../front-desk/front-desk.ts';
import { type Visitor, visitorsOf } from '../front-desk/visitors.ts';

/** How one gets into the board of a demo that is up. */
export interface Board {
  readonly url: string;
  readonly visitors: readonly Visitor[];
  readonly password: string;
  readonly desk: Pick<FrontDesk, 'linkOf'>;
}

/** Each visitor is signed in once, so that their user is there when somebody types its name. Undefined where no board was deployed. */
export async function openBoard(outputs: LocalOutputs, locale: Locale): Promise<Board | undefined> {
  const { boardUrl, merchant } = outputs;
  if (boardUrl === '') {
    return undefined;
  }
  const tokenOf = openDemoTokens(outputs);
  const visitors = visitorsOf();
  const groups = visitors.map(({ group }) => group);
  await Promise.all(groups.map(tokenOf));
  const desk = await openFrontDesk({ boardUrl, groups, locale, tokenOf });
  return { url: boardUrl, visitors, password: demoPassword(merchant), desk };
}

const texts = {
  board: { 'zh-CN': '售后看板', en: 'The board' },
  oneClick: { 'zh-CN': '点一下就进去：', en: 'One click and you are in, as' },
  orSignIn: { 'zh-CN': '也可以在登录页自己登录，用户名：', en: 'Or sign in at its own page, by name:' },
  password: { 'zh-CN': '密码都是：', en: 'The password of all:' },
} as const satisfies Readonly<Record<string, Texts>>;

/** Where the board is, and one link for each visitor. */
export function boardLines({ url, visitors, password, desk }: Board, locale: Locale): string[] {
  const named = visitors.map(({ name, what, group }) => [desk.linkOf(group), name, what[locale]] as const);
  const [links = 0, names = 0] = [0, 1].map((column) => Math.max(...named.map((row) => widthOf(row[column] ?? ''))));
  return [
    `${texts.board[locale]}  ${url}`,
    `  ${texts.oneClick[locale]}`,
    ...named.map(([link, name, what]) => `    ${padTo(link, links)}  ${padTo(name, names)}  ${what}`),
    `  ${texts.orSignIn[locale]} ${visitors.map(({ userName }) => userName).join(locale === 'zh-CN' ? '、' : ', ')}`,
    `  ${texts.password[locale]} ${password}`,
  ];
}
