/** The Mail port over MailApp. */
import { AppError } from '../core/errors';
import type { Mail } from '../ports/mail';
import { executionLog } from './log';

export const scriptMail: Mail = {
  send(letter) {
    try {
      MailApp.sendEmail({ ...letter, name: 'SaaS Ledger' });
      return true;
    } catch (thrown) {
      executionLog.warn(`Google did not send a mail. ${AppError.from(thrown).what}`);
      return false;
    }
  },
};
