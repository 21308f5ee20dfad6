export const workspaceRefusals = {
  'workspace.not-a-member': [],
  'workspace.text-unreadable': [],
  'workspace.text-too-long': ['kilobytes'],
  'workspace.text-is-empty': [],
  'workspace.too-many-files': ['most'],
  'workspace.too-many-tasks': ['most'],
} as const;
