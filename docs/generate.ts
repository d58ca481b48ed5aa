/** Writes the reference tables in docs/ from the code that they describe. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorTable } from './error-table';
import { reportTable } from './report-table';
import { resourceTable } from './resource-table';
import { uploadTable } from './upload-table';

writeFileSync(join(__dirname, 'errors.md'), errorTable());
writeFileSync(join(__dirname, 'resources.md'), resourceTable());
writeFileSync(join(__dirname, 'reports.md'), reportTable());
writeFileSync(join(__dirname, 'upload-fields.md'), uploadTable());
