/** No vendor's export: columns are matched by the names of the fields alone. */
import type { UploadTemplate } from '../../core/upload/template';

export const BLANK: UploadTemplate = {
  template: 'blank',
  title: 'Any tab',
  description: 'Columns are matched by their headers; words and licences are taken as they are.',
  targets: [],
  columns: [],
  signature: [],
  values: {},
  constants: {},
  source: 'none',
};
