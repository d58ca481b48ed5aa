/** What the panel behind the scenes may show of a request. */
import { maskedAddress, maskedHeaders } from '../../../../local/workbench/view/behind';

test('credentials in headers are masked, other headers are not', () => {
  const shown = maskedHeaders({
    Authorization: 'Bearer torii-secret-key',
    'X-Api-Key': 'another-secret',
    'api-key': 'zluri-secret',
    'X-Refresh-Token': 'third-secret',
    'X-API-Version': '1.1',
  });
  expect(shown).toEqual({
    Authorization: 'Bearer ••••••••',
    'X-Api-Key': '••••••••',
    'api-key': '••••••••',
    'X-Refresh-Token': '••••••••',
    'X-API-Version': '1.1',
  });
});

test('signatures of addresses are masked, the rest of them is not', () => {
  const address = 'https://b.s3.amazonaws.com/1/a.json?X-Amz-Expires=300';
  expect(maskedAddress(`${address}&X-Amz-Signature=ab12&x=1`)).toBe(
    `${address}&X-Amz-Signature=••••••••&x=1`,
  );
  expect(maskedAddress(address)).toBe(address);
});
