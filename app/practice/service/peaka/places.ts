/** The places of the practice Peaka, in the form of its API. IDs are fixed, so that a chosen project stays chosen. */

const createdAt = '2026-01-05T06:00:00.000Z';

export const organization = {
  id: '3f0c8a52-6d1e-4b7a-9a55-0f6b1c2d3e41',
  name: 'Practice Works',
  description: 'Two plants, to practise with',
  createdAt,
};

const workspace = (id: string, name: string, isDefault: boolean) => ({
  id,
  name,
  organizationId: organization.id,
  createdAt,
  defaultWorkspace: isDefault,
});

const stuttgart = workspace('b1a7e0d4-52c3-4f86-8d19-7e2f90ab6c11', 'Stuttgart', true);
const rotterdam = workspace('e6d49c37-0b8a-4c25-a3f1-5d7c18e92b22', 'Rotterdam', false);
export const workspaces = [stuttgart, rotterdam];

const project = (id: string, name: string, workspaceId: string) => ({ id, name, workspaceId, createdAt });

/** The project key reaches the first one. */
const shopFloor = project('Kq3vT8Zp', 'Shop floor', stuttgart.id);
export const projects = [
  shopFloor,
  project('Wd7nR2Xs', 'Sales', stuttgart.id),
  project('Hb5cM9Ly', 'Warehouse', rotterdam.id),
];
export const projectOfKey = shopFloor;
