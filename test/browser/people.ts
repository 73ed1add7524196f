import { randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Role } from '#shared/returns/acts/roles.ts';
import type { LocalOutputs } from '../../tools/operate/outputs.ts';
import { localClient } from '../../tools/operate/read-outputs.ts';

/** What the demo's people may be in: a role, or its team, which sees one shop. */
export type Group = Role | 'day-team';

/** Somebody with an account at the demo's user pool. */
export interface Person {
  readonly name: string;
  readonly password: string;
  /** An id token, as the page gets one by signing in. */
  readonly token: string;
}

export interface People {
  /** @param group - None: somebody whom nobody has put anywhere yet. */
  readonly of: (group: Group | undefined, name?: string) => Promise<Person>;
}

/** People of this run alone: the demo's own get another password each time somebody asks for their token. */
export function openPeople(outputs: LocalOutputs, run: string): People {
  const { userPoolId: UserPoolId, clientId: ClientId } = outputs;
  const cognito = new CognitoIdentityProviderClient(localClient(outputs));
  const known = new Map<string, Promise<Person>>();

  async function make(group: Group | undefined, name: string): Promise<Person> {
    const user = { UserPoolId, Username: name };
    const password = `${randomBytes(12).toString('base64url')}-aA1`;
    await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
    await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
    if (group) {
      await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName: group }));
    }
    const AuthParameters = { USERNAME: name, PASSWORD: password };
    const signIn = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters } as const;
    const { AuthenticationResult } = await cognito.send(new AdminInitiateAuthCommand(signIn));
    return { name, password, token: AuthenticationResult?.IdToken ?? '' };
  }

  return {
    of: async (group, name = group ?? 'nobody') => {
      const username = `browser-${run}-${name}`;
      const person = known.get(username) ?? make(group, username);
      known.set(username, person);
      return await person;
    },
  };
}
