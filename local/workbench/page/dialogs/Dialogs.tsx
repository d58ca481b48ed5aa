/** Questions of the script that wait for the person, and its HTML dialogs. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FrameView, QuestionView, ScreenState } from '../../protocol';
import { ScriptFrame } from '../frame/ScriptFrame';
import { perform } from '../server/client';
import type { Attempt } from '../trouble';
import { DialogBox } from './DialogBox';

interface Props {
  state: ScreenState;
  now: number;
  attempt: Attempt;
}

export function Dialogs({ state, now, attempt }: Props): JSX.Element {
  const frame = state.frames.find(({ kind }) => kind !== 'sidebar');
  const [question] = state.questions;
  return (
    <>
      {frame && <FrameDialog key={frame.id} frame={frame} now={now} attempt={attempt} />}
      {question && <Question key={question.id} question={question} attempt={attempt} />}
    </>
  );
}

const LABELS: Readonly<Record<string, string>> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' };

function Question({ question, attempt }: { question: QuestionView; attempt: Attempt }): JSX.Element {
  const [text, setText] = useState('');
  const answer = (button: string): void =>
    attempt(perform('answer', { question: question.id, button, text }));
  const [main = 'OK'] = question.buttons;
  return (
    <DialogBox title={question.title} onClose={() => answer('CLOSE')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer(main);
        }}
      >
        <p class="question-text">{question.text}</p>
        {question.kind === 'prompt' && (
          <input
            type="text"
            aria-label={question.text}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
        <p class="buttons">
          {question.buttons
            .slice(1)
            .reverse()
            .map((button) => (
              <button key={button} type="button" class="outlined" onClick={() => answer(button)}>
                {LABELS[button] ?? button}
              </button>
            ))}
          <button type="submit" class="filled">
            {LABELS[main] ?? main}
          </button>
        </p>
      </form>
    </DialogBox>
  );
}

const DIALOG_HEIGHT = 400;

interface FrameProps {
  frame: FrameView;
  now: number;
  attempt: Attempt;
}

function FrameDialog({ frame, now, attempt }: FrameProps): JSX.Element {
  const [size, setSize] = useState({ width: frame.width, height: frame.height ?? DIALOG_HEIGHT });
  const close = (): void => attempt(perform('closeFrame', { frame: frame.id }));
  return (
    <DialogBox title={frame.title} onClose={close} width={size.width} modeless={frame.kind === 'modeless'}>
      <div style={{ height: `${String(size.height)}px` }}>
        <ScriptFrame
          frame={frame}
          now={now}
          onClose={close}
          onSize={({ width = size.width, height = size.height }) => setSize({ width, height })}
        />
      </div>
    </DialogBox>
  );
}
