/** What the panel behind the scenes may show of a request. */
import { maskedHeaders } from '../../../../local/workbench/view/behind';

test('credentials in headers are masked, other headers are not', () => {
  const shown = maskedHeaders({
    Authorization: 'Bearer torii-secret-key',
    'X-Api-Key': 'another-secret',
    'X-Refresh-Token': 'third-secret',
    'X-API-Version': '1.1',
  });
  expect(shown).toEqual({
    Authorization: 'Bearer ••••••••',
    'X-Api-Key': '••••••••',
    'X-Refresh-Token': '••••••••',
    'X-API-Version': '1.1',
  });
});
