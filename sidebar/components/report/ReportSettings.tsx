/** The settings of reports: the field about single sign-on, and the currency that amounts are added up in. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { ratesOf } from '../../state/rates-draft';
import { LONGEST_FIELD, type SettingsDraft } from '../../state/settings-draft';

type ReportDraft = Pick<SettingsDraft, 'ssoField' | 'rates'>;

interface Props {
  draft: ReportDraft;
  onChange: (part: Partial<ReportDraft>) => void;
}

export function ReportSettings({ draft, onChange }: Props): JSX.Element {
  const id = useId();
  const { ssoField, rates } = draft;
  const read = ratesOf(rates);
  const wrong = 'problem' in read ? read : null;
  const problem = wrong && (
    <p class="problem" id={`${id}-problem`} role="alert">
      {wrong.problem}
    </p>
  );
  const describedBy = (box: 'currency' | 'lines', help: string): string =>
    wrong?.at === box ? `${id}-problem ${id}-${help}` : `${id}-${help}`;
  return (
    <fieldset class="choices report-settings">
      <legend>Reports</legend>
      <div>
        <label for={`${id}-sso`}>Field about single sign-on</label>
        <input
          id={`${id}-sso`}
          type="text"
          class="box"
          value={ssoField}
          maxLength={LONGEST_FIELD}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-sso-help`}
          onInput={(event) => onChange({ ssoField: event.currentTarget.value })}
        />
        <p class="hint" id={`${id}-sso-help`}>
          What your platform calls the field of apps that says whether they are behind single sign-on. Empty:
          the usual names, such as “SSO” or “Single sign-on”.
        </p>
      </div>
      <div>
        <label for={`${id}-currency`}>Add up amounts in one currency</label>
        <input
          id={`${id}-currency`}
          type="text"
          class="box short"
          value={rates.currency}
          placeholder="USD"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={wrong?.at === 'currency'}
          aria-describedby={describedBy('currency', 'currency-help')}
          onInput={(event) => onChange({ rates: { ...rates, currency: event.currentTarget.value } })}
        />
        {wrong?.at === 'currency' && problem}
        <p class="hint" id={`${id}-currency-help`}>
          For the summaries of reports that are made from now on. Empty: amounts in different currencies are
          never added up.
        </p>
      </div>
      <div>
        <label for={`${id}-lines`}>What one of each other currency is worth in it</label>
        <textarea
          id={`${id}-lines`}
          class="box"
          rows={3}
          value={rates.lines}
          placeholder="EUR 1.08"
          spellcheck={false}
          aria-invalid={wrong?.at === 'lines'}
          aria-describedby={describedBy('lines', 'lines-help')}
          onInput={(event) => onChange({ rates: { ...rates, lines: event.currentTarget.value } })}
        />
        {wrong?.at === 'lines' && problem}
        <p class="hint" id={`${id}-lines-help`}>
          One currency a line. With USD above, “EUR 1.08” says that one euro is worth 1.08 dollars. A report
          with a currency that is missing here gets no such sum.
        </p>
      </div>
    </fieldset>
  );
}
