import { describe, expect, it } from 'vitest';
import { boardSettings } from '#shared/board/board-settings.ts';

const merchant = { locale: 'zh-CN', demo: false } as const;
const identity = { issuer: 'https://login.example.com/realms/ops', clientId: 'board', endpoint: undefined };

describe('boardSettings', () => {
  it('tells everybody who vouches for people, and nothing else of the merchant', () => {
    expect(boardSettings(merchant, identity)).toEqual({
      issuer: 'https://login.example.com/realms/ops',
      clientId: 'board',
      locale: 'zh-CN',
      isDemo: false,
    });
  });

  it('takes a token out of a link at a demo only', () => {
    expect(boardSettings({ ...merchant, demo: true }, identity).isDemo).toBe(true);
  });

  it('says where an emulator has the pool, whose issuer is at AWS', () => {
    const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a1';
    const { metadataUrl } = boardSettings(merchant, { ...identity, issuer, endpoint: 'http://localhost:4566' });

    expect(metadataUrl).toBe('http://localhost:4566/us-east-1_a1/.well-known/openid-configuration');
  });
});
