/** Movements (phong trào thi đua) handed down from level to level, and the way of a special drive. */
export * from './chain.ts'
export * from './drive.ts'
