import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { demoPassword } from '../../../tools/operate/demo-password.ts';
import { fetchDemoToken } from '../../../tools/operate/demo-token.ts';
import { findDeployed, readOutputs } from '../../../tools/operate/read-outputs.ts';

const cognito = mockClient(CognitoIdentityProviderClient);
const client = new CognitoIdentityProviderClient({ region: 'us-east-1' });
const wish = { userPoolId: 'pool', clientId: 'client', group: 'agent', password: 'Demo2-abcdefghjk' };
const refused = (name: string) => Object.assign(new Error('Incorrect username or password.'), { name });
const inside = { AuthenticationResult: { IdToken: 'id', AccessToken: 'access' } };

beforeEach(() => {
  cognito.reset();
  cognito.on(AdminInitiateAuthCommand).rejectsOnce(refused('UserNotFoundException')).resolves(inside);
});

describe('fetchDemoToken', () => {
  it('makes the user of the group, puts it into it and gives its id token', async () => {
    expect(await fetchDemoToken(client, wish)).toBe('id');
    expect(cognito.commandCalls(AdminAddUserToGroupCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'pool',
      Username: 'demo-agent',
      GroupName: 'agent',
    });
  });

  it('signs a user in that is there already, and leaves them their password', async () => {
    cognito.on(AdminInitiateAuthCommand).resolves(inside);
    expect(await fetchDemoToken(client, wish)).toBe('id');
    expect(cognito.calls()).toHaveLength(1);
  });

  it('gives the password to a user that has another one', async () => {
    cognito.on(AdminInitiateAuthCommand).rejectsOnce(refused('NotAuthorizedException')).resolves(inside);
    cognito.on(AdminCreateUserCommand).rejects(new UsernameExistsException({ message: 'there', $metadata: {} }));
    expect(await fetchDemoToken(client, wish)).toBe('id');
    expect(cognito.commandCalls(AdminSetUserPasswordCommand)[0]?.args[0].input).toMatchObject({
      Username: 'demo-agent',
      Password: wish.password,
      Permanent: true,
    });
  });

  it('lets nobody in by password before they are in the group', async () => {
    cognito.on(AdminAddUserToGroupCommand).rejects(new Error('no such group'));
    await expect(fetchDemoToken(client, wish)).rejects.toThrow('no such group');
    expect(cognito.commandCalls(AdminSetUserPasswordCommand)).toEqual([]);
  });

  it('refuses a deployment without a user pool, and says whom to ask', async () => {
    await expect(fetchDemoToken(client, { ...wish, userPoolId: '' })).rejects.toThrow('ask its identity provider');
    expect(cognito.calls()).toEqual([]);
  });

  it('throws what else the pool refuses', async () => {
    cognito.on(AdminCreateUserCommand).rejects(new Error('unreachable'));
    await expect(fetchDemoToken(client, wish)).rejects.toThrow('unreachable');
  });
});

describe('demoPassword', () => {
  it('is drawn once, and one that the pool accepts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'password-'));
    const password = demoPassword('harbour', folder);

    expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w]).{12,}$/);
    expect(demoPassword('harbour', folder)).toBe(password);
    expect(demoPassword('demo', folder)).not.toBe(password);
    expect(statSync(join(folder, 'harbour', 'demo-password')).mode & 0o077).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

describe('readOutputs', () => {
  it('says what to do first where nothing is deployed', () => {
    expect(() => readOutputs('demo', '/nowhere')).toThrow('Run npm start first');
    expect(() => readOutputs('harbour', '/nowhere')).toThrow('Run npm run deploy:local -- harbour first');
  });
});

describe('findDeployed', () => {
  it('says at once that what was deployed is up no more, where its clients would try for minutes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outputs-'));
    writeFileSync(join(folder, 'outputs.json'), JSON.stringify({ endpoint: 'http://127.0.0.1:1' }));

    await expect(findDeployed('demo', folder)).rejects.toThrow(
      'Nothing answers at http://127.0.0.1:1, where demo was deployed last. Run npm start again.',
    );
    rmSync(folder, { recursive: true });
  });
});
