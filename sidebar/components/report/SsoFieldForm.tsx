/** Chooses the field for the findings about single sign-on, or a new one, and asks before that is made. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { FINDINGS, NEW_FIELD, type SsoFields } from '../../state/sso-field';
import { fieldWords } from '../../words/report';
import { Question } from '../Question';
import { RadioChoice, type Choice } from '../RadioChoice';
import { useQuestion } from '../useQuestion';

interface Props {
  found: SsoFields;
  /** Title of the platform: “Torii”. */
  platform: string;
  /** Looks for fields once more. */
  onAgain: () => void;
  /** Leads to the preview; a `field` of null is made by it. */
  onPreview: (field: string | null, label: string) => void;
}

/** No key of a field. */
const MAKE = '';
const CHOICES = `${FINDINGS.slice(0, -1).join(', ')} and ${FINDINGS[FINDINGS.length - 1]}`;

export function SsoFieldForm({ found, platform, onAgain, onPreview }: Props): JSX.Element {
  const { fields, canMake, best } = found;
  const [chosen, choose] = useState(best ?? MAKE);
  const { asking, ask, leave, opener } = useQuestion();
  if (fields.length === 0 && !canMake) {
    return (
      <>
        <p>
          No field of your apps fits. In the settings of {platform}, give apps a field with the choices{' '}
          {CHOICES}, then look again.
        </p>
        <p class="actions">
          <button type="button" class="button" onClick={onAgain}>
            Look again
          </button>
        </p>
      </>
    );
  }
  const make: Choice<string> = {
    value: MAKE,
    title: `A new field “${NEW_FIELD}”`,
    help: `${platform} gets it, with the choices ${CHOICES}.`,
  };
  const label = fields.find(({ key }) => key === chosen)?.label ?? NEW_FIELD;
  const go = (event: Event): void => {
    event.preventDefault();
    if (chosen === MAKE) ask();
    else onPreview(chosen, label);
  };
  if (asking) {
    return (
      <Question
        label="Make the field?"
        stay="Not now"
        act="Make it and preview"
        acting="Making …"
        danger={false}
        onStay={leave}
        onAct={async () => onPreview(null, NEW_FIELD)}
      >
        <p class="what">
          Make the field “{NEW_FIELD}” for all apps in {platform}?
        </p>
        <p>
          It is there at once, empty, for everybody who uses {platform}. What goes into it you see in the
          preview.
        </p>
      </Question>
    );
  }
  return (
    <form onSubmit={go}>
      <RadioChoice
        legend="Into which field?"
        choices={[
          ...fields.map((field) => ({
            value: field.key,
            title: field.label,
            help: fieldWords(field, platform),
          })),
          ...(canMake ? [make] : []),
        ]}
        chosen={chosen}
        onChoose={choose}
      />
      <p class="hint">Your own fields with the choices Yes and No are listed.</p>
      <p class="actions">
        <button ref={opener} type="submit" class="button primary">
          {chosen === MAKE ? 'Make the field …' : 'Preview'}
        </button>
      </p>
    </form>
  );
}
