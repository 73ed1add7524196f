/** What people may be; a token's groups name them, besides the groups of teams. */
export const roles = ['agent', 'merchant-approver', 'warehouse', 'admin'] as const;
export type Role = (typeof roles)[number];
