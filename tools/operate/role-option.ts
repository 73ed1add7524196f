import { type Role, roles } from '#shared/returns/acts/roles.ts';
import { didYouMean } from '../../infra/did-you-mean.ts';

/** A role by its name. @throws Error that says which there are. */
export function roleOf(name: string): Role {
  const role = roles.find((each) => each === name);
  if (!role) {
    throw new Error(`There is no role "${name}"; the roles are: ${roles.join(', ')}${didYouMean(name, roles)}`);
  }
  return role;
}
