/** What a chart answers with: where it stands, and its options. */
import { ServiceObject } from '../../service-object';
import type { ChartPosition, ChartSpec } from '../../workbook/chart';

/** https://developers.google.com/apps-script/reference/spreadsheet/container-info */
export class ContainerInfo extends ServiceObject {
  readonly className = 'ContainerInfo';
  readonly #position: ChartPosition;

  constructor(position: ChartPosition) {
    super();
    this.#position = position;
  }

  getAnchorRow(): number {
    return this.#position.anchorRow;
  }

  getAnchorColumn(): number {
    return this.#position.anchorColumn;
  }

  getOffsetX(): number {
    return this.#position.offsetX;
  }

  getOffsetY(): number {
    return this.#position.offsetY;
  }
}

/** https://developers.google.com/apps-script/reference/charts/chart-options */
export class ChartOptions extends ServiceObject {
  readonly className = 'ChartOptions';
  readonly #options: ChartSpec['options'];

  constructor(options: ChartSpec['options']) {
    super();
    this.#options = options;
  }

  get(option: string): unknown {
    return this.#options[option] ?? null;
  }
}
