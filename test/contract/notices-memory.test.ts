import { memoryNotices } from '../memory/memory-notices.ts';
import { describeNotices } from './notice-contract.ts';

const notices = memoryNotices();
describeNotices('in memory', () => notices);
