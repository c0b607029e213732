// The only importer of the decimal library.
import { Decimal } from "decimal.js";

/** An exact decimal number, carried with 40 significant digits. */
export type Exact = Decimal;
export { Decimal };
