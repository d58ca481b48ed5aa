/** MailApp: sends mail, which is kept for the tests to read. https://developers.google.com/apps-script/reference/mail/mail-app */
import type { Host, Mail } from '../host';
import { ScriptError, ServiceObject } from '../service-object';
import { Blob, blobOf } from './blob';
import { DAILY_QUOTA, spend, usedToday } from './daily-quota';
import { mismatch } from './signature';

/** Of one message, for consumer accounts. https://developers.google.com/apps-script/guides/services/quotas */
const RECIPIENTS = 50;
const BODY_BYTES = 200 * 1024;
const ATTACHMENTS = 250;
const ATTACHMENT_BYTES = 25 * 1024 * 1024;
/** Of a subject, as the overview of mail limits has it. */
const SUBJECT_CHARACTERS = 250;

type Message = Record<string, unknown>;

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** Addresses of a comma-separated list. @throws ScriptError where one is no address. */
function addresses(list: unknown): string[] {
  const found = textOf(list)
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  for (const address of found) {
    if (!/^(?:[^<>]*<)?[^\s@<>]+@[^\s@<>]+>?$/.test(address))
      throw new ScriptError(`Invalid email: ${address}`);
  }
  return found;
}

/** The overloads: (message), (to, subject, body[, options]), (to, replyTo, subject, body). */
function messageOf(args: readonly unknown[]): Message {
  const given = args.filter((arg) => arg !== undefined);
  const [first, second, third, fourth] = given;
  const isObject = (value: unknown): value is Message => typeof value === 'object' && value !== null;
  if (given.length === 1 && isObject(first)) return first;
  if (given.length === 3) return { to: first, subject: second, body: third };
  if (given.length === 4 && isObject(fourth)) return { ...fourth, to: first, subject: second, body: third };
  if (given.length === 4) return { to: first, replyTo: second, subject: third, body: fourth };
  throw mismatch('MailApp.sendEmail', args);
}

function attachmentsOf(message: Message): Blob[] {
  const list = Array.isArray(message['attachments']) ? message['attachments'] : [];
  const blobs = list.map((one: unknown) => {
    const blob = blobOf(one);
    if (blob === undefined) throw new ScriptError('Invalid argument: attachments');
    return blob;
  });
  const bytes = blobs.reduce((total, blob) => total + Blob.bytesOf(blob).length, 0);
  if (blobs.length > ATTACHMENTS || bytes > ATTACHMENT_BYTES) {
    throw new ScriptError('Limit Exceeded: Email Total Attachments Size.');
  }
  return blobs;
}

class MailApp extends ServiceObject {
  readonly className = 'MailApp';
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  /** Recipients that may still be written to today. */
  getRemainingDailyQuota(): number {
    return DAILY_QUOTA.email - usedToday(this.#host, 'email');
  }

  sendEmail(...args: unknown[]): void {
    const message = messageOf(args);
    const lists = ['to', 'cc', 'bcc'].map((name) => addresses(message[name]));
    const recipients = lists.flat().length;
    if (recipients === 0) throw new ScriptError('Failed to send email: no recipient');
    if (recipients > RECIPIENTS) throw new ScriptError('Limit Exceeded: Email Recipients Per Message.');
    const subject = textOf(message['subject']);
    if (subject.length > SUBJECT_CHARACTERS) throw new ScriptError('Argument too large: subject');
    const body = textOf(message['body']);
    const htmlBody = textOf(message['htmlBody']);
    if (Buffer.byteLength(body + htmlBody) > BODY_BYTES)
      throw new ScriptError('Limit Exceeded: Email Body Size.');
    const attachments = attachmentsOf(message);
    spend(this.#host, 'email', recipients);
    const [to = [], cc = [], bcc = []] = lists;
    const mail: Mail = {
      to: to.join(','),
      subject,
      body,
      ...(htmlBody === '' ? {} : { htmlBody }),
      ...(cc.length === 0 ? {} : { cc: cc.join(',') }),
      ...(bcc.length === 0 ? {} : { bcc: bcc.join(',') }),
      ...(message['replyTo'] === undefined ? {} : { replyTo: textOf(message['replyTo']) }),
      ...(message['name'] === undefined ? {} : { name: textOf(message['name']) }),
      ...(attachments.length === 0 ? {} : { attachments: attachments.map((blob) => blob.getName() ?? '') }),
    };
    this.#host.mails.push(mail);
  }
}

/** The service for one execution. */
export function createMailApp(host: Host): ServiceObject {
  return new MailApp(host);
}
