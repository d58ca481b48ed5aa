/** Every template, in the order in which people see them. */
import type { UploadTemplate } from '../../core/upload/template';
import { AUTODESK } from './autodesk';
import { BLANK } from './blank';
import { COUPA } from './coupa';
import { FIGMA } from './figma';
import { HR } from './hr';
import { STRIPE } from './stripe';
import { WORKSPACE_ONE } from './workspace-one';

export const TEMPLATES: readonly UploadTemplate[] = [
  BLANK,
  FIGMA,
  STRIPE,
  AUTODESK,
  COUPA,
  HR,
  WORKSPACE_ONE,
];
