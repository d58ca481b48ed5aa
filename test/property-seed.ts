/** The seed of every property test: fixed, so that a run can be repeated; SEED=random explores other cases. */
import fc from 'fast-check';

const FIXED = 20_261_122;
const asked = process.env['SEED'];

if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked ?? FIXED) });
