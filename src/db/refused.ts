/** Told to the operator as one sentence; no stack needed. */
export class EmbeddedServerRefused extends Error {}
