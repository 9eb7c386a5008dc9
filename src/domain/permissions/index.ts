/** Permissions (thẩm quyền): who may do what and see what, by role and scope, as one table. */
export * from './files.ts'
export * from './permissions.ts'
export * from './roles.ts'
export * from './scope.ts'
export * from './scores.ts'
