import type { ContactLines } from '#shared/returns/contact/story.ts';
import type { Words } from './words.ts';

/** Who wrote a message to the buyer. */
export const writerWords: Words<ContactLines['message-sent']['by']> = {
  bot: { 'zh-CN': '机器人', en: 'a bot' },
  ai: { 'zh-CN': '智能客服', en: 'an AI agent' },
  person: { 'zh-CN': '人工客服', en: 'a person' },
};
