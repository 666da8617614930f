import type { Parameters as CheckParameters } from 'fast-check';

/** Seconds that each of the five properties is tried: five in all; every night five minutes (.github/workflows/ci.yml). */
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 1);

/** How a property is tried: always from the same seed, so that a failure comes again; another one with `FUZZ_SEED`. */
export const fuzzing = <Values>(): CheckParameters<Values> => ({
  seed: Number(process.env['FUZZ_SEED'] ?? 20231103),
  numRuns: 1_000_000,
  interruptAfterTimeLimit: seconds * 1000,
  markInterruptAsFailure: false,
});

/** Milliseconds that a test of one property may take. */
export const fuzzingTimeout = seconds * 1000 + 60_000;
