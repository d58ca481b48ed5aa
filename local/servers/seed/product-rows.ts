/** Which product each row of a seeded tenant's apps is: well-known ones first, invented ones when those run out. */
import { HOSTILE_TEXTS } from './awkward-texts';
import { inventedProduct } from './invented-product';
import { PRODUCTS } from './products';
import type { Product } from './products';
import { shuffled } from './random';
import type { RandomSource } from './random';

/** Rows from here on bear hostile texts as names; those before it have them elsewhere. */
const FIRST_HOSTILE_NAME = 8;

export interface ProductRow {
  /** That of the product, or a hostile text. */
  readonly name: string;
  readonly product: Product;
}

/** Gives the product of a row; names never repeat. */
export function productRows(random: RandomSource): (row: number) => ProductRow {
  const products = shuffled(PRODUCTS, random);
  return (row) => {
    const shift = row < FIRST_HOSTILE_NAME ? 0 : HOSTILE_TEXTS.length;
    // Rows with hostile names show products of rows that are far away.
    const product = products[row < FIRST_HOSTILE_NAME + shift ? row : row - shift] ?? inventedProduct(row);
    return { name: HOSTILE_TEXTS[row - FIRST_HOSTILE_NAME] ?? product.name, product };
  };
}
