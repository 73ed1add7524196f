/** What people may be; a token's groups name them, besides the groups of teams. */
export const roles = ['agent', 'merchant-approver', 'warehouse', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Roles that see the cases of all shops, whatever team they are in. */
export const rolesOfAllShops: readonly string[] = ['merchant-approver', 'warehouse', 'admin'] satisfies Role[];
